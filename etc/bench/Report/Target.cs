using System.Collections.Frozen;

namespace RetailMember.Bench.Report;

/// <summary>What a row has to reach, as a ratio to its yardstick unless its unit says otherwise.</summary>
internal sealed record Target(string Row, string Work, double Floor, double Goal, double Moonshot)
{
    /// <summary>Every row that the bench measures, as etc/bench/README.md explains them.</summary>
    public static readonly FrozenDictionary<string, Target> All = new Target[]
    {
        new("P1", "record a purchase over HTTP, 64 connections ÷ TPC-B", 0.6, 1.0, 1.5),
        new("P2", "p99 of P1 ÷ p99 of TPC-B", 5, 2.5, 1.6),
        new("P3", "ten hot members over HTTP ÷ one statement on ten rows", 0.5, 1.0, 1.5),
        new("P4", "P1 on SQLite ÷ one posting a transaction", 0.3, 1.0, 1.4),
        new("P5a", "redeem points for goods over HTTP, 64 connections ÷ TPC-B", 0.6, 1.0, 1.5),
        new("P5b", "use a voucher over HTTP, 64 connections ÷ TPC-B", 0.6, 1.0, 1.5),
        new("P5d", "charge a stored-value card over HTTP, 64 connections ÷ TPC-B", 0.6, 1.0, 1.5),
        new("P5c", "issue a voucher to every member in one go ÷ COPY with three indexes", 0.02, 0.1, 0.2),
        new("P6", "import of members ÷ COPY with two indexes", 0.1, 0.4, 0.6),
        new("P7", "import of purchases ÷ COPY with indexes", 0.02, 0.1, 0.2),
        new("P9a", "segment count, three conditions and 30-day spend, PostgreSQL ÷ the plain SQL over bare tables", 0.5, 0.1, 0.042),
        new("P9b", "the same on SQLite", 0.5, 0.1, 0.042),
        new("P10", "a posting on a long account ÷ on one with a single entry", 1.5, 1.2, 1.05),
        new("P11", "a posting in a large database ÷ in a small one", 2, 1.5, 1.2),
        new("P12", "purchases a second in seconds 5 to 15 ÷ steady", 0.5, 0.8, 0.9),
        new("P13a", "look-up of a member ÷ the empty endpoint", 0.05, 0.15, 0.3),
        new("P13b", "quote ÷ the empty endpoint", 0.05, 0.15, 0.3),
        new("P14a", "receipts replayed a second, 200,000 of 20,000 members", 10_000, 100_000, 500_000),
        new("P14b", "the same of a public sample's 5,009 orders", 10_000, 100_000, 500_000),
        new("P15a", "start on an empty database to the first answer, s", 8, 5, 2),
        new("P15b", "memory idle, MB", 300, 250, 150),
        new("P15c", "memory at full load, MB", 800, 600, 400),
        new("P17", "bytes on disk a purchase", double.PositiveInfinity, 1500, 800),
        new("P18", "P1 while 2,000 receipts a second are told ÷ P1", 0.8, 0.9, 0.95),
        new("R1", "acknowledged commands lost", 0, 0, 0),
        new("R2", "commands done twice", 0, 0, 0),
        new("R3", "races won by other than one", 0, 0, 0),
        new("R4", "breaches of the books", 0, 0, 0),
        new("R11", "members of a campaign who got another number of messages than one", 0, 0, 0),
    }.ToFrozenDictionary(t => t.Row);

    private bool LessIsBetter => Row.StartsWith('R') || Moonshot < Floor;

    public string Verdict(double value) =>
        Reaches(value, Moonshot) ? "moonshot" :
        Reaches(value, Goal) ? "goal" :
        Reaches(value, Floor) ? "floor" : "below";

    private bool Reaches(double value, double bound) => LessIsBetter ? value <= bound : value >= bound;
}
