import { DMP_CHECKS } from '../../support/clinical-checks.js';
import { describeExamples } from '../../support/describe-examples.js';

describeExamples(DMP_CHECKS);
