using System.Globalization;
using RetailMember.Membership.Tags;
using RetailMember.Pages.Display;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Membership.Pages.Tags;

/// <summary>Receipts of an example as people type them, one a line: <c>2026-03-01 35.00 coffee @s1 9h</c>.</summary>
internal static class ReceiptLines
{
    public static IReadOnlyList<TagCaseReceipt> Read(string? lines, string field) =>
    [
        .. (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => ReadOne(line) ?? throw Refusal.Invalid(field, "membership.tag-receipt-malformed")),
    ];

    public static string Write(IEnumerable<TagCaseReceipt> receipts) => string.Join('\n', receipts.Select(WriteOne));

    private static TagCaseReceipt? ReadOne(string line)
    {
        if (line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not [var day, var yuan, .. var rest]) return null;
        if (!DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) return null;
        if (!decimal.TryParse(yuan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var paid)
            || decimal.Round(paid, 2) != paid || paid > new Money(Money.LargestAcceptedFen).Yuan) return null;
        var receipt = new TagCaseReceipt(on, Money.FromYuan(paid));
        foreach (var word in rest)
        {
            if (word is ['@', .. var store]) receipt = receipt with { StoreCode = store };
            else if (word is [.. var digits, 'h'] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var hour))
                receipt = receipt with { Hour = hour };
            else if (receipt.Category is null) receipt = receipt with { Category = word };
            else return null;
        }

        return receipt;
    }

    private static string WriteOne(TagCaseReceipt r)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{Figures.Day(r.BusinessDate)} {r.Paid.Yuan:0.00}");
        if (r.Category is not null) line += " " + r.Category;
        if (r.StoreCode is not null) line += " @" + r.StoreCode;
        return r.Hour is { } hour ? string.Create(CultureInfo.InvariantCulture, $"{line} {hour}h") : line;
    }
}
