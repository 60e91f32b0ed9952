// Writes 20,000 triples of the shape that dateline writes, for loading: 2,000 claims, each of an event of its own.
const ID = "https://w3id.org/dateline/id/generated/";
const DL = "https://w3id.org/dateline/ontology#";
const TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>";
const DATE = "http://www.w3.org/2001/XMLSchema#date";

for (let i = 0; i < 2000; i++) {
  const event = `<${ID}event/${i}>`;
  const claim = `<${ID}claim/${i}>`;
  const day = `195${i % 10}-0${1 + (i % 9)}-1${i % 7}`;
  console.log(
    [
      `${event} ${TYPE} <${DL}Award> .`,
      `${event} <${DL}summary> "mill number ${i} awarded red banners to ${i} teams"@en .`,
      `${event} <${DL}summary> "第${i}厂颁发红旗（接受者：${i}个小组）"@zh .`,
      `${event} <${DL}modality> <${DL}Actual> .`,
      `${event} <${DL}date> "${day}"^^<${DATE}> .`,
      `${event} <${DL}reportedIn> <${ID}article/${day}> .`,
      `${claim} ${TYPE} <${DL}Claim> .`,
      `${claim} <${DL}asserts> ${event} .`,
      `${claim} <${DL}modality> <${DL}Actual> .`,
      `${claim} <${DL}agreement> <${DL}Both> .`,
    ].join("\n"),
  );
}
