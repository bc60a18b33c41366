namespace RetailMember.Ledger.Auditing;

/// <summary>
/// One query per kind of fault, in the SQL that all databases share. Each yields brand_id, unit and the id of the row
/// at fault. {lots} stands for the units that keep lots.
/// </summary>
internal static class BreachQueries
{
    public static IReadOnlyList<(string Code, string Sql)> All { get; } =
    [
        ("balance-is-not-postings", """
            SELECT a.brand_id, a.unit, a.id FROM ledger_account a
            LEFT JOIN (SELECT account_id, SUM(amount) AS total FROM ledger_posting GROUP BY account_id) p ON p.account_id = a.id
            WHERE a.balance <> COALESCE(p.total, 0)
            """),
        ("balance-is-not-lots", """
            SELECT a.brand_id, a.unit, a.id FROM ledger_account a
            LEFT JOIN (SELECT account_id, SUM(remaining) AS total FROM ledger_lot GROUP BY account_id) l ON l.account_id = a.id
            WHERE a.balance <> COALESCE(l.total, 0) AND a.unit IN ({lots})
            """),
        ("balance-below-floor", """
            SELECT a.brand_id, a.unit, a.id FROM ledger_account a WHERE a.balance < a.floor
            """),
        ("overdraft-is-not-holes", """
            SELECT a.brand_id, a.unit, a.id FROM ledger_account a
            LEFT JOIN (SELECT account_id, SUM(remaining) AS total FROM ledger_lot WHERE remaining < 0 GROUP BY account_id) l
                ON l.account_id = a.id
            WHERE a.overdraft <> -COALESCE(l.total, 0)
            """),
        ("running-balance-is-wrong", """
            SELECT a.brand_id, a.unit, p.id FROM ledger_account a
            JOIN (SELECT id, account_id, balance_after, SUM(amount) OVER (PARTITION BY account_id ORDER BY id) AS total
                  FROM ledger_posting) p ON p.account_id = a.id
            WHERE p.balance_after <> p.total
            """),
        ("posting-is-not-lots", """
            SELECT a.brand_id, a.unit, p.id FROM ledger_posting p
            JOIN ledger_account a ON a.id = p.account_id
            LEFT JOIN ledger_lot l ON l.id = p.id
            LEFT JOIN (SELECT posting_id, SUM(amount) AS total FROM ledger_take GROUP BY posting_id) t ON t.posting_id = p.id
            WHERE p.amount <> COALESCE(l.amount, 0) - COALESCE(t.total, 0) AND a.unit IN ({lots})
            """),
        ("lot-is-not-takes", """
            SELECT a.brand_id, a.unit, l.id FROM ledger_lot l
            JOIN ledger_account a ON a.id = l.account_id
            LEFT JOIN (SELECT lot_id, SUM(amount) AS total FROM ledger_take GROUP BY lot_id) t ON t.lot_id = l.id
            WHERE l.remaining <> l.amount - COALESCE(t.total, 0)
            """),
        ("lot-out-of-range", """
            SELECT a.brand_id, a.unit, l.id FROM ledger_lot l
            JOIN ledger_account a ON a.id = l.account_id
            WHERE (l.amount >= 0 AND (l.remaining < 0 OR l.remaining > l.amount))
               OR (l.amount < 0 AND (l.remaining > 0 OR l.remaining < l.amount))
            """),
        ("lot-without-posting", """
            SELECT a.brand_id, a.unit, l.id FROM ledger_lot l
            JOIN ledger_account a ON a.id = l.account_id
            LEFT JOIN ledger_posting p ON p.id = l.id AND p.account_id = l.account_id
            WHERE p.id IS NULL
            """),
        ("reversed-too-much", """
            SELECT a.brand_id, a.unit, o.id FROM ledger_posting o
            JOIN ledger_account a ON a.id = o.account_id
            JOIN (SELECT reverses_id, SUM(asked) AS total FROM ledger_posting WHERE reverses_id IS NOT NULL
                  GROUP BY reverses_id) r ON r.reverses_id = o.id
            WHERE r.total > ABS(o.amount)
            """),
        ("posting-without-account", """
            SELECT p.brand_id, '' AS unit, p.id FROM ledger_posting p
            LEFT JOIN ledger_account a ON a.id = p.account_id AND a.brand_id = p.brand_id
            WHERE a.id IS NULL
            """),
        ("take-without-lot", """
            SELECT t.brand_id, '' AS unit, t.posting_id AS id FROM ledger_take t
            LEFT JOIN ledger_lot l ON l.id = t.lot_id
            LEFT JOIN ledger_posting p ON p.id = t.posting_id
            WHERE l.id IS NULL OR p.id IS NULL
            """),
    ];
}
