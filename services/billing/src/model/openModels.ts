import type { Connection, Model } from 'mongoose';
import { balanceSchema, type BalanceDocument } from './balance.ts';
import { daySumSchema, type DaySumDocument } from './daySum.ts';
import { earningsSchema, type EarningsDocument } from './earnings.ts';
import { marketSliceSchema, type MarketSliceDocument } from './marketSlice.ts';
import { marketWorkerSchema, type MarketWorkerDocument } from './marketWorker.ts';
import { reservationSchema, type ReservationDocument } from './reservation.ts';
import { transactionSchema, type TransactionDocument } from './transaction.ts';

/** The collections of this service. */
export interface Models {
  transactions: Model<TransactionDocument>;
  balances: Model<BalanceDocument>;
  earnings: Model<EarningsDocument>;
  daySums: Model<DaySumDocument>;
  reservations: Model<ReservationDocument>;
  marketWorkers: Model<MarketWorkerDocument>;
  marketSlices: Model<MarketSliceDocument>;
}

/** The collections of this service on a connection; opened again, they are the same. */
export function openModels(connection: Connection): Models {
  return {
    transactions: connection.model<TransactionDocument>('Transaction', transactionSchema),
    balances: connection.model<BalanceDocument>('Balance', balanceSchema),
    earnings: connection.model<EarningsDocument>('Earnings', earningsSchema),
    daySums: connection.model<DaySumDocument>('DaySum', daySumSchema),
    reservations: connection.model<ReservationDocument>('Reservation', reservationSchema),
    marketWorkers: connection.model<MarketWorkerDocument>('MarketWorker', marketWorkerSchema),
    marketSlices: connection.model<MarketSliceDocument>('MarketSlice', marketSliceSchema),
  };
}
