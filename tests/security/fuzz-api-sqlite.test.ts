import { fuzzApi, sqliteOfFile } from './support/fuzz-api.ts';

fuzzApi(sqliteOfFile(), 2);
