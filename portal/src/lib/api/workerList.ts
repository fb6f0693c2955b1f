import type { ShownStatus, SortOrder, WorkerSort, WorkersQueryVariables } from '#lib/generated/graphql.ts';
import { shownStatuses } from '#lib/look/workerStatus.ts';

/** Workers on one page of the list. */
export const workersPerPage = 50;

/** An order of the list, and how the reader calls it. */
export interface ListOrder {
  name: string;
  sort: WorkerSort;
  order: SortOrder;
}

/** The orders a reader can choose from; the first is the usual one. */
export const listOrders: readonly ListOrder[] = [
  { name: 'Broken first', sort: 'STATUS', order: 'ASC' },
  { name: 'Name, A to Z', sort: 'NAME', order: 'ASC' },
  { name: 'Name, Z to A', sort: 'NAME', order: 'DESC' },
  { name: 'Created, latest first', sort: 'CREATED', order: 'DESC' },
  { name: 'Created, earliest first', sort: 'CREATED', order: 'ASC' },
  { name: 'Updated, latest first', sort: 'UPDATED', order: 'DESC' },
];

/** What part of the fleet an address shows. */
export interface WorkerList {
  status: ShownStatus | undefined;
  search: string;
  order: ListOrder;
  after: string | undefined;
  /** Number of the first row, from 1; only told when the page follows another. */
  from: number;
}

/** Reads an address; what it does not know it takes for the usual. */
export function readList(params: URLSearchParams): WorkerList {
  const usual = listOrders[0]!;
  const sort = params.get('sort') ?? usual.sort;
  const order = params.get('order') ?? listOrders.find((known) => known.sort === sort)?.order;
  return {
    status: shownStatuses.find((status) => status === params.get('status')),
    search: (params.get('search') ?? '').slice(0, 64),
    order: listOrders.find((known) => known.sort === sort && known.order === order) ?? usual,
    after: params.get('after') ?? undefined,
    from: params.has('after') ? Math.max(1, Number(params.get('from')) || 1) : 1,
  };
}

/** The address of a list, short: what is usual is left out. */
export function listHref(list: Partial<WorkerList>): string {
  const params = new URLSearchParams();
  if (list.status) params.set('status', list.status);
  if (list.search) params.set('search', list.search);
  if (list.order && list.order !== listOrders[0]) {
    params.set('sort', list.order.sort);
    params.set('order', list.order.order);
  }
  if (list.after) {
    params.set('after', list.after);
    params.set('from', String(list.from ?? 1));
  }
  return `/workers${params.size > 0 ? `?${params}` : ''}`;
}

/** What a list asks the platform. */
export function listVariables({ status, search, order, after }: WorkerList): WorkersQueryVariables {
  return {
    status: status ? [status] : null,
    search: search || null,
    sort: order.sort,
    order: order.order,
    first: workersPerPage,
    after: after ?? null,
  };
}
