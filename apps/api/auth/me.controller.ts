import { Controller, Get } from '@nestjs/common';
import { z } from 'zod';
import { Describe } from '../docs/describe.js';
import { Access, Caller } from './access.js';
import { PERSON_ROLES } from './caller.js';

const meAnswer = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(z.enum(PERSON_ROLES)),
  institutions: z.array(z.string()),
  sandbox: z.boolean(),
});

/** Who the token says is calling. */
@Controller('api/v1/me')
@Access('ANYONE_SIGNED_IN')
export class MeController {
  @Get()
  @Describe({ summary: 'The caller, as the token says', answer: meAnswer })
  me(@Caller() caller: Caller): Caller {
    return caller;
  }
}
