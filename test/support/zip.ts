export { zipOf } from '../../fixtures/make/zip-bytes.js';
