export { contentOfSetting, ConfigError, loadConfig, type Config } from './config.js';
