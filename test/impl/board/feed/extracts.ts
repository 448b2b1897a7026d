// Small extracts in the forms that are published, written by hand: columns, order, quotes and odd places as in the real files.
// Figures of Korea are those of the last days of June 2020; the others are small enough to be added up in the head.
// Each is a whole file; tests break them one place at a time.

/** time_series_covid19_confirmed_global.csv */
export const confirmedSeries = `Province/State,Country/Region,Lat,Long,6/28/20,6/29/20,6/30/20
,Italy,41.87194,12.56738,240310,240436,240578
,"Korea, South",35.907757,127.766922,12757,12800,12850
Hubei,China,30.9756,112.2707,68135,68135,68135
Beijing,China,40.1824,116.4142,904,911,914
`;

export const deathsSeries = `Province/State,Country/Region,Lat,Long,6/28/20,6/29/20,6/30/20
,Italy,41.87194,12.56738,34738,34744,34767
,"Korea, South",35.907757,127.766922,282,282,282
Hubei,China,30.9756,112.2707,4512,4512,4512
Beijing,China,40.1824,116.4142,9,9,9
`;

/** Of recovered the real file has other rows than of confirmed, and so has this one: no Beijing. */
export const recoveredSeries = `Province/State,Country/Region,Lat,Long,6/28/20,6/29/20,6/30/20
,Italy,41.87194,12.56738,188891,189196,190248
,"Korea, South",35.907757,127.766922,11429,11537,11613
Hubei,China,30.9756,112.2707,63623,63623,63623
`;

/** csse_covid_19_daily_reports/06-30-2020.csv */
export const dailyReport = `FIPS,Admin2,Province_State,Country_Region,Last_Update,Lat,Long_,Confirmed,Deaths,Recovered,Active,Combined_Key,Incidence_Rate,Case-Fatality_Ratio
,,,"Korea, South",2020-07-01 04:33:46,35.907757,127.766922,12850,282,11613,955,"Korea, South",25.06,2.19
45001,Abbeville,South Carolina,US,2020-07-01 04:33:46,34.22333378,-82.46170658,101,0,0,101,"Abbeville, South Carolina, US",411.7,0.0
45003,Aiken,South Carolina,US,2020-07-01 04:33:46,33.54338,-81.63645,400,10,0,390,"Aiken, South Carolina, US",234.1,2.5
36061,New York City,New York,US,2020-07-01 04:33:46,40.7672726,-73.97152637,214371,22468,0,191903,"New York City, New York, US",2571.9,10.48
`;

/** The columns of February 2020, before they were renamed. */
export const earlyReport = `Province/State,Country/Region,Last Update,Confirmed,Deaths,Recovered,Latitude,Longitude
Hubei,Mainland China,2020-03-01T10:13:19,66907,2761,31536,30.9756,112.2707
,"Korea, South",2020-03-01T23:43:03,3736,17,30,36.0000,128.0000
`;

/** owid-covid-data.csv, with its decimals and its empty cells. */
export const owid = `iso_code,continent,location,date,total_cases,new_cases,new_cases_smoothed,total_deaths,new_deaths,new_deaths_smoothed,total_tests,new_tests,population
KOR,Asia,South Korea,2020-06-28,12757.0,62.0,45.714,282.0,0.0,0.286,1251695.0,8085.0,51815808.0
KOR,Asia,South Korea,2020-06-29,12800.0,43.0,47.0,282.0,0.0,0.143,1259954.0,8259.0,51815808.0
KOR,Asia,South Korea,2020-06-30,12850.0,50.0,47.143,282.0,0.0,0.0,,,51815808.0
JPN,Asia,Japan,2020-06-30,18593.0,117.0,111.429,972.0,0.0,2.429,,,123951696.0
OWID_WRL,,World,2020-06-30,10426303.0,170872.0,171000.0,511098.0,5000.0,4700.0,,,7975105024.0
`;

/** The compact form that came later: the country first, under another name, and without tests. */
export const owidCompact = `country,date,total_cases,new_cases,total_deaths,new_deaths,code,continent
South Korea,2020-06-29,12800,43,282,0,KOR,Asia
South Korea,2020-06-30,12850,50,282,0,KOR,Asia
World,2020-06-30,10426303,170872,511098,5000,OWID_WRL,
`;
