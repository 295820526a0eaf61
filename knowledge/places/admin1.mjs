// GeoNames' codes of first-order regions, to their names in English as regions.tsv writes them.
const table = text => Object.fromEntries(text.trim().split(/\s*[;\n]\s*/).map(entry => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]));

export const regions = {
  US: table(`AL Alabama; AK Alaska; AZ Arizona; AR Arkansas; CA California; CO Colorado; CT Connecticut; DE Delaware; DC District of Columbia
    FL Florida; GA Georgia; HI Hawaii; ID Idaho; IL Illinois; IN Indiana; IA Iowa; KS Kansas; KY Kentucky; LA Louisiana; ME Maine
    MD Maryland; MA Massachusetts; MI Michigan; MN Minnesota; MS Mississippi; MO Missouri; MT Montana; NE Nebraska; NV Nevada
    NH New Hampshire; NJ New Jersey; NM New Mexico; NY New York; NC North Carolina; ND North Dakota; OH Ohio; OK Oklahoma; OR Oregon
    PA Pennsylvania; RI Rhode Island; SC South Carolina; SD South Dakota; TN Tennessee; TX Texas; UT Utah; VT Vermont; VA Virginia
    WA Washington; WV West Virginia; WI Wisconsin; WY Wyoming`),
  CA: table(`01 Alberta; 02 British Columbia; 03 Manitoba; 04 New Brunswick; 05 Newfoundland and Labrador; 07 Nova Scotia; 08 Ontario
    09 Prince Edward Island; 10 Québec; 11 Saskatchewan; 12 Yukon; 13 Northwest Territories; 14 Nunavut`),
  DE: table(`01 Baden-Württemberg; 02 Bavaria; 03 Bremen; 04 Hamburg; 05 Hesse; 06 Lower Saxony; 07 North Rhine-Westphalia
    08 Rhineland-Palatinate; 09 Saarland; 10 Schleswig-Holstein; 11 Brandenburg; 12 Mecklenburg-Vorpommern; 13 Saxony; 14 Saxony-Anhalt
    15 Thuringia; 16 Berlin`),
  GB: table('ENG England; NIR Northern Ireland; SCT Scotland; WLS Wales'),
  FR: table(`11 Île-de-France; 24 Centre-Val de Loire; 27 Bourgogne-Franche-Comté; 28 Normandy; 32 Hauts-de-France; 44 Grand Est
    52 Pays de la Loire; 53 Brittany; 75 Nouvelle-Aquitaine; 76 Occitanie; 84 Auvergne-Rhône-Alpes; 93 Provence-Alpes-Côte d'Azur; 94 Corsica`),
  ES: table(`07 Balearic Islands; 27 La Rioja; 29 Community of Madrid; 31 Murcia; 32 Navarre; 34 Asturias; 39 Cantabria; 51 Andalusia; 52 Aragon
    53 Canary Islands; 54 Castilla-La Mancha; 55 Castilla y León; 56 Catalonia; 57 Extremadura; 58 Galicia; 59 Basque Country
    60 Valencian Community`),
  IT: table(`01 Abruzzo; 02 Basilicata; 03 Calabria; 04 Campania; 05 Emilia-Romagna; 06 Friuli Venezia Giulia; 07 Lazio; 08 Liguria
    09 Lombardy; 10 Marche; 11 Molise; 12 Piedmont; 13 Apulia; 14 Sardinia; 15 Sicily; 16 Tuscany; 17 Trentino-Alto Adige; 18 Umbria
    19 Aosta Valley; 20 Veneto`),
  PL: table(`72 Lower Silesia; 73 Kuyavian-Pomeranian; 74 Łódź Voivodeship; 75 Lublin Voivodeship; 76 Lubusz; 77 Lesser Poland; 78 Masovia
    79 Opole Voivodeship; 80 Subcarpathia; 81 Podlaskie; 82 Pomerania; 83 Silesia; 84 Świętokrzyskie; 85 Warmia-Masuria
    86 Greater Poland; 87 West Pomerania`),
  HU: table(`01 Bács-Kiskun; 02 Baranya; 03 Békés; 04 Borsod-Abaúj-Zemplén; 05 Budapest; 06 Csongrád-Csanád; 08 Fejér; 09 Győr-Moson-Sopron
    10 Hajdú-Bihar; 11 Heves; 12 Komárom-Esztergom; 14 Nógrád; 16 Pest County; 17 Somogy; 18 Szabolcs-Szatmár-Bereg
    20 Jász-Nagykun-Szolnok; 21 Tolna; 22 Vas; 23 Veszprém; 24 Zala`),
  CN: table(`01 Anhui; 02 Zhejiang; 03 Jiangxi; 04 Jiangsu; 05 Jilin; 06 Qinghai; 07 Fujian; 08 Heilongjiang; 09 Henan; 10 Hebei; 11 Hunan
    12 Hubei; 13 Xinjiang; 14 Tibet; 15 Gansu; 16 Guangxi; 18 Guizhou; 19 Liaoning; 20 Inner Mongolia; 21 Ningxia; 22 Beijing
    23 Shanghai; 24 Shanxi; 25 Shandong; 26 Shaanxi; 28 Tianjin; 29 Yunnan; 30 Guangdong; 31 Hainan; 32 Sichuan; 33 Chongqing`),
  IN: table(`02 Andhra Pradesh; 03 Assam; 05 Chandigarh; 07 Delhi; 09 Gujarat; 10 Haryana; 11 Himachal Pradesh; 12 Jammu and Kashmir
    13 Kerala; 16 Maharashtra; 17 Manipur; 18 Meghalaya; 19 Karnataka; 20 Nagaland; 21 Odisha; 22 Puducherry; 23 Punjab; 24 Rajasthan
    25 Tamil Nadu; 26 Tripura; 28 West Bengal; 29 Sikkim; 30 Arunachal Pradesh; 31 Mizoram; 33 Goa; 34 Bihar; 35 Madhya Pradesh
    36 Uttar Pradesh; 37 Chhattisgarh; 38 Jharkhand; 39 Uttarakhand; 40 Telangana; 41 Ladakh`),
  KR: table(`01 Jeju; 03 Jeollabuk-do; 05 Chungcheongbuk-do; 06 Gangwon; 10 Busan; 11 Seoul; 12 Incheon; 13 Gyeonggi; 14 Gyeongsangbuk-do
    15 Daegu; 16 Jeollanam-do; 17 Chungcheongnam-do; 18 Gwangju; 19 Daejeon; 20 Gyeongsangnam-do; 21 Ulsan; 22 Sejong`),
  JP: table(`01 Aichi; 02 Akita; 03 Aomori; 04 Chiba; 05 Ehime; 06 Fukui; 07 Fukuoka; 08 Fukushima; 09 Gifu; 10 Gunma; 11 Hiroshima
    12 Hokkaido; 13 Hyogo; 14 Ibaraki; 15 Ishikawa; 16 Iwate; 17 Kagawa; 18 Kagoshima; 19 Kanagawa; 20 Kochi; 21 Kumamoto; 22 Kyoto
    23 Mie; 24 Miyagi; 25 Miyazaki; 26 Nagano; 27 Nagasaki; 28 Nara; 29 Niigata; 30 Oita; 31 Okayama; 32 Osaka; 33 Saga; 34 Saitama
    35 Shiga; 36 Shimane; 37 Shizuoka; 38 Tochigi; 39 Tokushima; 40 Tokyo; 41 Tottori; 42 Toyama; 43 Wakayama; 44 Yamagata
    45 Yamaguchi; 46 Yamanashi; 47 Okinawa`),
  SE: table(`02 Blekinge; 03 Gävleborg; 05 Gotland; 06 Halland; 07 Jämtland; 08 Jönköping County; 09 Kalmar County; 10 Dalarna; 12 Kronoberg
    14 Norrbotten; 15 Örebro County; 16 Östergötland; 18 Södermanland; 21 Uppsala County; 22 Värmland; 23 Västerbotten
    24 Västernorrland; 25 Västmanland; 26 Stockholm County; 27 Skåne; 28 Västra Götaland`),
  NO: table(`08 Møre og Romsdal; 09 Nordland; 12 Oslo; 14 Rogaland; 21 Trøndelag; 30 Viken; 34 Innlandet; 38 Vestfold og Telemark; 42 Agder
    46 Vestland; 54 Troms og Finnmark`),
  FI: table(`01 Uusimaa; 02 Southwest Finland; 04 Satakunta; 05 Kanta-Häme; 06 Pirkanmaa; 07 Päijät-Häme; 08 Kymenlaakso; 09 South Karelia
    10 South Savo; 11 North Savo; 12 North Karelia; 13 Central Finland; 14 South Ostrobothnia; 15 Ostrobothnia; 16 Central Ostrobothnia
    17 North Ostrobothnia; 18 Kainuu; 19 Lapland`),
  CZ: table(`52 Prague; 78 South Moravia; 79 South Bohemia; 80 Vysočina; 81 Karlovy Vary Region; 82 Hradec Králové Region; 83 Liberec Region
    84 Olomouc Region; 85 Moravia-Silesia; 86 Pardubice Region; 87 Plzeň Region; 88 Central Bohemia; 89 Ústí nad Labem Region; 90 Zlín Region`),
  SK: table(`01 Banská Bystrica Region; 02 Bratislava Region; 03 Košice Region; 04 Nitra Region; 05 Prešov Region; 06 Trenčín Region
    07 Trnava Region; 08 Žilina Region`),
  AU: table(`01 Australian Capital Territory; 02 New South Wales; 03 Northern Territory; 04 Queensland; 05 South Australia; 06 Tasmania
    07 Victoria; 08 Western Australia`),
  AT: table('01 Burgenland; 02 Carinthia; 03 Lower Austria; 04 Upper Austria; 05 Salzburg; 06 Styria; 07 Tyrol; 08 Vorarlberg; 09 Vienna'),
  BE: table('BRU Brussels; VLG Flanders; WAL Wallonia'),
  NL: table(`01 Drenthe; 02 Friesland; 03 Gelderland; 04 Groningen; 05 Limburg; 06 North Brabant; 07 North Holland; 09 Utrecht; 10 Zeeland
    11 South Holland; 15 Overijssel; 16 Flevoland`),
  RS: table('SE Central Serbia; VO Vojvodina'),
  PT: table(`02 Aveiro; 03 Beja; 04 Braga; 05 Bragança; 06 Castelo Branco; 07 Coimbra; 08 Évora; 09 Faro; 10 Madeira; 11 Guarda; 13 Leiria
    14 Lisbon; 16 Portalegre; 17 Porto; 18 Santarém; 19 Setúbal; 20 Viana do Castelo; 21 Vila Real; 22 Viseu; 23 Azores`),
  TR: table(`16 Bursa Province; 34 Istanbul; 35 İzmir; 41 Kocaeli; 45 Manisa; 54 Sakarya; 59 Tekirdağ; 68 Ankara; 71 Konya; 38 Kayseri; 81 Adana
    83 Gaziantep; 07 Antalya; 26 Eskişehir; 92 Yalova`),
  MX: table(`01 Aguascalientes; 02 Baja California; 06 Chihuahua; 07 Coahuila; 09 Mexico City; 11 Guanajuato; 14 Jalisco; 15 State of Mexico
    19 Nuevo León; 21 Puebla; 22 Querétaro; 24 San Luis Potosí; 26 Sonora; 28 Tamaulipas`),
  BR: table(`05 Bahia; 06 Ceará; 07 Federal District; 15 Minas Gerais; 18 Paraná; 21 Rio de Janeiro; 23 Rio Grande do Sul; 26 Santa Catarina
    27 São Paulo State; 29 Goiás; 30 Pernambuco; 04 Amazonas`),
  MY: table(`01 Johor; 02 Kedah; 03 Kelantan; 04 Malacca; 05 Negeri Sembilan; 06 Pahang; 07 Perak; 08 Perlis; 09 Penang; 11 Sarawak
    12 Selangor; 13 Terengganu; 14 Kuala Lumpur; 15 Labuan; 16 Sabah; 17 Putrajaya`),
  ID: table(`04 Jakarta; 07 Central Java; 08 East Java; 10 Yogyakarta; 21 Central Sulawesi; 22 Southeast Sulawesi; 29 North Maluku; 30 West Java
    33 Banten; 37 Riau Islands; 38 South Sulawesi`),
  TH: table('40 Bangkok; 42 Samut Prakan; 44 Chachoengsao; 46 Chonburi; 47 Rayong'),
  VN: table('13 Haiphong; 20 Ho Chi Minh City; 44 Hanoi; 52 Hà Tĩnh'),
  MA: table(`01 Tangier-Tetouan-Al Hoceima; 02 Oriental; 03 Fès-Meknès; 04 Rabat-Salé-Kénitra; 05 Béni Mellal-Khénifra; 06 Casablanca-Settat
    07 Marrakesh-Safi; 09 Souss-Massa`),
};
