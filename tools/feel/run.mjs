// Runs a DMN file: node run.mjs MODEL.dmn <cases >outcomes. One JSON object with all inputs a line in, one with what
// every decision gives a line out. dmn-moddle (of dmn-js) reads the file, feelin is the engine for FEEL, and the hit
// policies are here. It knows nothing of Routewijzer: ids, tests and policies all come from the file.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DmnModdle } from 'dmn-moddle';
import { evaluate, unaryTest } from 'feelin';

/** A file of DMN 1.5 under the names of 1.3, the only ones that dmn-moddle knows. */
const named13 = (xml) => xml.replaceAll('https://www.omg.org/spec/DMN/20230324/', 'https://www.omg.org/spec/DMN/20191111/');

/** What FEEL gives; a warning is a fault of the file: nothing in it may rest on how an engine mends an error. */
function clean(text, { value, warnings }) {
  if (warnings.length) throw new Error(`${text}: ${warnings.map((warning) => warning.message).join('; ')}`);
  return value;
}

/** Remember what a test or expression gives by what it is asked of: parsing it anew would take most of the time. */
function remembered(make) {
  const known = new Map();
  return (value) => {
    const key = typeof value === 'string' ? value : JSON.stringify(value);
    let found = known.get(key);
    if (found === undefined) known.set(key, (found = make(value)));
    return found;
  };
}

const cells = new Map();

/** The test of a cell, as a function of the value in its column; the same text is one test everywhere. */
function cell(text) {
  if (!cells.has(text)) {
    cells.set(text, remembered((value) => {
      const held = clean(text, unaryTest(text, { '?': value }));
      if (typeof held !== 'boolean') throw new Error(`${text} gives ${held} of ${JSON.stringify(value)}`);
      return held;
    }));
  }
  return cells.get(text);
}

/** An expression as a function of the context: a name that the decision requires, or a value. */
function expression(text, required) {
  if (!required.includes(text)) {
    const value = clean(text, evaluate(text, {}));
    return () => value;
  }
  const read = remembered((value) => clean(text, evaluate(text, { [text]: value })));
  return (context) => read(context[text]);
}

function table(decision) {
  const logic = decision.decisionLogic;
  const required = (decision.informationRequirement ?? []).map((need) => (need.requiredInput ?? need.requiredDecision).href.slice(1));
  const names = logic.output.length > 1 ? logic.output.map((output) => output.name) : null;
  const outputs = (entries) => {
    const made = entries.map((entry) => expression(entry.text, required));
    return (context) => names
      ? Object.fromEntries(names.map((name, at) => [name, made[at](context)]))
      : made[0](context);
  };
  const columns = logic.input.map((input) => expression(input.inputExpression.text, required));
  const rules = logic.rule.map((rule) => ({
    tests: rule.inputEntry.map((entry, at) => [at, entry.text]).filter(([, text]) => text !== '-')
      .map(([at, text]) => [at, cell(text)]),
    gives: outputs(rule.outputEntry),
  }));
  const defaults = logic.output.map((output) => output.defaultOutputEntry).filter(Boolean);
  const fallback = defaults.length ? outputs(defaults) : () => null;
  const order = logic.output[0].outputValues ? evaluate(`[${logic.output[0].outputValues.text}]`, {}).value : [];
  return { id: decision.id, required, decide(context) {
    const values = columns.map((column) => column(context));
    const hits = rules.filter((rule) => rule.tests.every(([at, test]) => test(values[at]))).map((rule) => rule.gives(context));
    return decided(logic, hits, order, () => fallback(context));
  } };
}

/** What a table gives by its hit policy. */
function decided(logic, hits, order, fallback) {
  if (logic.hitPolicy === 'COLLECT') return logic.aggregation === 'COUNT' ? new Set(hits).size : hits;
  if (!hits.length) return fallback();
  if (logic.hitPolicy === 'FIRST') return hits[0];
  if (logic.hitPolicy === 'PRIORITY') return order.find((value) => hits.includes(value));
  throw new Error(`hit policy ${logic.hitPolicy}`);
}

/** The decisions, each after those that it requires. */
function ordered(tables) {
  const done = new Set(), made = [];
  const visit = (id) => {
    if (done.has(id) || !tables.has(id)) return;
    done.add(id);
    tables.get(id).required.forEach(visit);
    made.push(tables.get(id));
  };
  [...tables.keys()].forEach(visit);
  return made;
}

const { rootElement, warnings } = await new DmnModdle().fromXML(named13(readFileSync(process.argv[2], 'utf8')));
if (warnings.length) throw new Error(warnings.map((warning) => warning.message).join('\n'));
const elements = rootElement.drgElement;
const inputs = elements.filter((element) => element.$type === 'dmn:InputData').map((element) => element.variable);
const allowed = new Map(rootElement.itemDefinition.map((item) => [item.name, item.allowedValues && cell(item.allowedValues.text)]));
const tables = ordered(new Map(elements.filter((element) => element.$type === 'dmn:Decision').map((element) => [element.id, table(element)])));

for await (const line of createInterface({ input: process.stdin })) {
  const given = JSON.parse(line), known = {}, made = {};
  for (const { name, typeRef } of inputs) {
    if (!allowed.get(typeRef)(given[name])) throw new Error(`${name}: ${JSON.stringify(given[name])} is not allowed`);
    known[name] = given[name];
  }
  for (const { id, required, decide } of tables) {
    made[id] = known[id] = decide(Object.fromEntries(required.map((name) => [name, known[name]])));
  }
  if (!process.stdout.write(`${JSON.stringify(made)}\n`)) await new Promise((resolve) => process.stdout.once('drain', resolve));
}
