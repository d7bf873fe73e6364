// SPDX-License-Identifier: ISC
//
// What DCAT-AP 3.0.1 asks of a catalogue, its datasets and their files, as SHACL shapes: what has to be there, how often
// something may be, and of which class what it names is (https://semiceu.github.io/DCAT-AP/releases/3.0.1/). Its lists of
// European codes are not asked for.

import dataset from '@rdfjs/dataset';
import terms from '@rdfjs/data-model';
import jsonld from 'jsonld';
import Validator from 'rdf-validate-shacl';

const DCAT = 'http://www.w3.org/ns/dcat#', DCT = 'http://purl.org/dc/terms/', FOAF = 'http://xmlns.com/foaf/0.1/', SPDX = 'http://spdx.org/rdf/terms#';
const SH = 'http://www.w3.org/ns/shacl#', VCARD = 'http://www.w3.org/2006/vcard/ns#', XSD = 'http://www.w3.org/2001/XMLSchema#';

const some = { minCount: 1 }, once = { maxCount: 1 }, literal = { nodeKind: `${SH}Literal` }, resource = { nodeKind: `${SH}IRI` };
const of = (name) => ({ class: name, nodeKind: `${SH}BlankNodeOrIRI` }), typed = (name) => ({ datatype: XSD + name });
const TEXTS = [[`${DCT}title`, { ...some, ...literal }], [`${DCT}description`, { ...some, ...literal }]];
const RIGHTS = [[`${DCT}license`, { ...once, ...of(`${DCT}LicenseDocument`) }], [`${DCT}rights`, { ...once, ...of(`${DCT}RightsStatement`) }]];

const SHAPES = {
	[`${DCAT}Catalog`]: [...TEXTS, ...RIGHTS, [`${DCT}publisher`, { ...some, ...once, ...of(`${FOAF}Agent`) }], [`${DCAT}dataset`, of(`${DCAT}Dataset`)],
		[`${DCT}language`, of(`${DCT}LinguisticSystem`)], [`${FOAF}homepage`, { ...once, ...of(`${FOAF}Document`) }]],
	[`${DCAT}Dataset`]: [...TEXTS, [`${DCT}publisher`, { ...once, ...of(`${FOAF}Agent`) }], [`${DCAT}contactPoint`, of(`${VCARD}Kind`)],
		[`${DCAT}distribution`, { ...some, ...of(`${DCAT}Distribution`) }], [`${DCT}identifier`, literal], [`${DCT}issued`, { ...once, ...typed('dateTime') }],
		[`${DCT}language`, of(`${DCT}LinguisticSystem`)], [`${DCT}spatial`, of(`${DCT}Location`)], [`${DCT}temporal`, of(`${DCT}PeriodOfTime`)],
		[`${DCAT}landingPage`, of(`${FOAF}Document`)], [`${DCAT}version`, { ...once, ...literal }]],
	[`${DCAT}Distribution`]: [...RIGHTS, [`${DCAT}accessURL`, { ...some, ...resource }], [`${DCAT}downloadURL`, resource],
		[`${DCAT}mediaType`, { ...once, ...of(`${DCT}MediaType`) }], [`${DCAT}byteSize`, { ...once, ...typed('nonNegativeInteger') }],
		[`${SPDX}checksum`, { ...once, ...of(`${SPDX}Checksum`) }]],
	[`${FOAF}Agent`]: [[`${FOAF}name`, { ...some, ...literal }]],
	[`${SPDX}Checksum`]: [[`${SPDX}algorithm`, { ...some, ...once, ...resource }], [`${SPDX}checksumValue`, { ...some, ...once, ...typed('hexBinary') }]],
	[`${DCT}PeriodOfTime`]: [[`${DCAT}startDate`, { ...once, ...typed('date') }], [`${DCAT}endDate`, { ...once, ...typed('date') }]],
	[`${VCARD}Kind`]: [[`${VCARD}fn`, { ...some, ...literal }], [`${VCARD}hasEmail`, resource], [`${VCARD}hasTelephone`, resource]],
};

const node = (value) => ({ '@id': value });
const constraint = ([path, { minCount, maxCount, ...named }]) => ({ [`${SH}path`]: node(path), ...minCount && { [`${SH}minCount`]: minCount },
	...maxCount && { [`${SH}maxCount`]: maxCount }, ...Object.fromEntries(Object.entries(named).map(([name, value]) => [SH + name, node(value)])) });
const GRAPH = Object.entries(SHAPES).map(([target, properties]) => ({ '@id': `urn:shape:${target}`, '@type': `${SH}NodeShape`,
	[`${SH}targetClass`]: node(target), [`${SH}property`]: properties.map(constraint) }));

function term({ termType, value, language, datatype }) {
	if (termType === 'Literal')
		return terms.literal(value, language || terms.namedNode(datatype.value));
	return termType === 'BlankNode' ? terms.blankNode(value.replace(/^_:/, '')) : terms.namedNode(value);
}
const graph = async (document) => dataset.dataset((await jsonld.toRDF(document)).map(({ subject, predicate, object }) => terms.quad(term(subject), term(predicate), term(object))));

/** What of a document in JSON-LD is not as the shapes ask: sentences, none where it is all right. */
export async function dcatFaults(document) {
	const { results } = await new Validator(await graph(GRAPH)).validate(await graph(document));
	return results.map(({ focusNode, path, sourceConstraintComponent, value }) =>
		[focusNode?.value, path?.value, sourceConstraintComponent?.value.replace(SH, ''), value?.value].join(' '));
}
