import { INS_CHECKS } from '../../support/clinical-checks.js';
import { describeExamples } from '../../support/describe-examples.js';

describeExamples(INS_CHECKS);
