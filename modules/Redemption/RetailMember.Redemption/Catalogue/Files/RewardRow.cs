using System.Globalization;
using RetailMember.Redemption.Catalogue.Rules;

namespace RetailMember.Redemption.Catalogue.Files;

/// <summary>One row of a catalogue file, read strictly: every cell at fault is told.</summary>
internal sealed class RewardRow(int line, IReadOnlyDictionary<string, string> cells)
{
    private readonly List<(string Column, string Code)> faults = [];

    public int Line => line;

    /// <summary>It has fewer or more cells than the file has headings: nobody knows which is which.</summary>
    public bool IsCutShort { get; init; }

    public IReadOnlyList<(string Column, string Code)> Faults => faults;

    /// <summary>What the row says of its reward. A column that the file does not have keeps what stands there.</summary>
    /// <param name="find">The reward of a code as it stands; null where there is none yet.</param>
    public EditReward.Input Read(Func<string, EditReward.Input?> find)
    {
        var code = Required("code");
        var (kept, kind) = (find(code), Word<RewardKind>("kind"));
        var terms = kept?.Terms;
        var read = new RewardTerms
        {
            Name = new LocalName(Required("name_zh"), Required("name_en")),
            Kind = kind,
            Article = Has("article") ? Text("article") : terms?.Article,
            Points = Whole("points") ?? Missing("points"),
            Prices = Has("prices") ? OrFault("prices", RewardNotation.ToPrices(Text("prices")), []) : terms?.Prices ?? [],
            Stock = Has("stock") ? Word<StockKind>("stock", required: false) : terms?.Stock ?? default,
            Limits = Has("limits") ? OrFault("limits", RewardNotation.ToLimits(Text("limits")), []) : terms?.Limits ?? [],
            Tiers = Has("tiers") ? RewardNotation.ToNames(Text("tiers")) : terms?.Tiers ?? [],
            Stores = Has("stores") ? RewardNotation.ToNames(Text("stores")) : terms?.Stores ?? [],
            From = Has("from") ? Day("from") : terms?.From,
            To = Has("to") ? Day("to") : terms?.To,
            HoldDays = (Has("hold_days") ? Small("hold_days") : terms?.HoldDays) ?? RewardTerms.UsualHoldDays,
            VoucherDefinition = Has("voucher_definition") ? Text("voucher_definition") : terms?.VoucherDefinition,
            Service = ReadService(kind, terms?.Service),
            Right = ReadRight(terms?.Right),
        };
        return new EditReward.Input(code, read, Has("withdrawn") ? YesNo("withdrawn") : kept?.Withdrawn == true);
    }

    private ServiceTerms? ReadService(RewardKind kind, ServiceTerms? kept)
    {
        if (kind != RewardKind.Service && Text("service_uses") is null) return Has("service_uses") ? null : kept;
        var pace = OrFault("service_pace", RewardNotation.ToLimits(Text("service_pace")), []);
        if (pace.Count > 1) Fail("service_pace", "field.malformed");
        return new ServiceTerms
        {
            Uses = (Has("service_uses") ? Small("service_uses") : kept?.Uses) ?? (int)Missing("service_uses"),
            Days = (Has("service_days") ? Small("service_days") : kept?.Days) ?? (int)Missing("service_days"),
            PerDay = Has("service_per_day") ? Small("service_per_day") : kept?.PerDay,
            Pace = !Has("service_pace") ? kept?.Pace : pace is [var one, ..] ? one : null,
        };
    }

    private RightTerms? ReadRight(RightTerms? kept)
    {
        var name = Has("right") ? Text("right") : kept?.Name;
        if (name is null) return null;
        var parameter = Has("right_parameter") ? Text("right_parameter") : kept?.Name == name ? kept.Parameter : null;
        return new RightTerms(name, parameter ?? "");
    }

    private bool Has(string column) => cells.ContainsKey(column);

    /// <summary>An export keeps a cell from acting as a formula by an apostrophe, which is not part of it.</summary>
    private string? Text(string column)
    {
        if (!cells.TryGetValue(column, out var cell) || cell.Trim() is not { Length: > 0 } text) return null;
        return text is ['\'', '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠', ..] ? text[1..] : text;
    }

    private string Required(string column)
    {
        if (Text(column) is { } text) return text;
        Fail(column, "field.not-empty");
        return "";
    }

    private long Missing(string column)
    {
        if (faults.TrueForAll(f => f.Column != column)) Fail(column, "field.not-empty");
        return 0;
    }

    private long? Whole(string column)
    {
        if (Text(column) is not { } text) return null;
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)) return number;
        Fail(column, "field.malformed");
        return 0;
    }

    private int? Small(string column)
    {
        if (Whole(column) is not { } number) return null;
        if (number is >= 0 and <= int.MaxValue) return (int)number;
        Fail(column, "field.malformed");
        return 0;
    }

    private DateOnly? Day(string column)
    {
        if (Text(column) is not { } text) return null;
        if (DateOnly.TryParseExact(
            text, ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Fail(column, "field.malformed");
        return null;
    }

    private T Word<T>(string column, bool required = true)
        where T : struct, Enum
    {
        if ((required ? Required(column) : Text(column)) is not { Length: > 0 } text) return default;
        if (!RewardNotation.TryWord<T>(text, out var value)) Fail(column, "field.enum");
        return value;
    }

    private bool YesNo(string column)
    {
        switch (Text(column)?.ToUpperInvariant())
        {
            case "YES" or "TRUE" or "1" or "是":
                return true;
            case null or "NO" or "FALSE" or "0" or "否":
                return false;
            default:
                Fail(column, "field.malformed");
                return false;
        }
    }

    private T OrFault<T>(string column, T? read, T instead)
        where T : class
    {
        if (read is null) Fail(column, "field.malformed");
        return read ?? instead;
    }

    private void Fail(string column, string code) => faults.Add((column, code));
}
