import type { Expr, SequenceType } from '../xpath/ast.js';
import { literal } from './emit-code.js';
import { builtinName, type Context, hoisted, namespaceOf, type ValueType, wrong } from './emit-context.js';
import { nodeTest } from './emit-path.js';
import { itemsOf } from './emit-value.js';
import { castType } from '../runtime/cast.js';
