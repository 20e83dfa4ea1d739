import { runInNewContext } from 'node:vm';

const ofLanguage = new Set(runInNewContext('Object.getOwnPropertyNames(globalThis)'));
const HOST_GLOBALS = Object.getOwnPropertyNames(globalThis).filter((name) => !ofLanguage.has(name));
const UNSTEADY_GLOBALS = ['Intl', 'WeakRef', 'FinalizationRegistry', 'WebAssembly', 'console', 'globalThis', 'require'];

/** Forbids every global that the host gives, or that answers differently from host to host, but those named here. */
export const hostGlobals = ({ except, message }) =>
  [...new Set([...HOST_GLOBALS, ...UNSTEADY_GLOBALS])]
    .filter((name) => !except.includes(name))
    .map((name) => ({ name, message }));

const LOCALE = 'localeCompare|toLocale\\w+';
const LOCAL_DATE =
  '[gs]et(Day|Date|Month|FullYear|Hours|Minutes|Seconds|Milliseconds)|getTimezoneOffset|to(Date|Time)String';

/** Methods that read the host's language or time zone. */
export const HOST_SETTINGS = [
  {
    selector: `MemberExpression[property.name=/^(${LOCALE}|${LOCAL_DATE})$/]`,
    message: 'This reads the language or time zone of the machine.',
  },
];

/** Ways to ask for the time or for chance. */
export const CLOCK_AND_CHANCE = [
  {
    selector:
      'MemberExpression[object.name="Date"][property.name="now"], NewExpression[callee.name="Date"][arguments.length=0], CallExpression[callee.name="Date"]',
    message: 'Time comes in as an argument.',
  },
  {
    selector: 'MemberExpression[object.name="Math"][property.name="random"]',
    message: 'The same input must give the same answer; chance comes in as an argument.',
  },
];
