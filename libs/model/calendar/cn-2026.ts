import type { CalendarYear } from './calendar.js';
import { CN_HOLIDAYS, daysOff } from './cn-holidays.js';

const { newYear, springFestival, qingming, labourDay, dragonBoat, midAutumn, nationalDay } = CN_HOLIDAYS;

/** The public holidays and make-up days of 2026, as the State Council's notice of 4 November 2025 lists them. */
export const CN_2026: CalendarYear = {
  year: 2026,
  published: true,
  source: '国务院办公厅关于2026年部分节假日安排的通知, 国办发明电〔2025〕7号, 2025-11-04',
  holidays: [
    ...daysOff(newYear, '2026-01-01', '2026-01-02', '2026-01-03'),
    ...daysOff(springFestival, '2026-02-15', '2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19'),
    ...daysOff(springFestival, '2026-02-20', '2026-02-21', '2026-02-22', '2026-02-23'),
    ...daysOff(qingming, '2026-04-04', '2026-04-05', '2026-04-06'),
    ...daysOff(labourDay, '2026-05-01', '2026-05-02', '2026-05-03', '2026-05-04', '2026-05-05'),
    ...daysOff(dragonBoat, '2026-06-19', '2026-06-20', '2026-06-21'),
    ...daysOff(midAutumn, '2026-09-25', '2026-09-26', '2026-09-27'),
    ...daysOff(nationalDay, '2026-10-01', '2026-10-02', '2026-10-03', '2026-10-04'),
    ...daysOff(nationalDay, '2026-10-05', '2026-10-06', '2026-10-07'),
  ],
  makeUpDays: [
    { date: '2026-01-04', for: newYear },
    { date: '2026-02-14', for: springFestival },
    { date: '2026-02-28', for: springFestival },
    { date: '2026-05-09', for: labourDay },
    { date: '2026-09-20', for: nationalDay },
    { date: '2026-10-10', for: nationalDay },
  ],
};
