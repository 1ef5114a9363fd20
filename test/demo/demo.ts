import path from 'node:path';
import { ensureBrowser } from '../../build/ensure-browser.ts';
import { dayPlan } from './day-plan.ts';
import { fieldDay } from './field-day.ts';

const counts = await fieldDay(path.resolve('out/demo'), await ensureBrowser(), dayPlan(3));
process.exitCode = new Set(Object.values(counts)).size === 1 ? 0 : 1;
console.log(JSON.stringify(counts));
