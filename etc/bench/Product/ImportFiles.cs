using System.Globalization;
using RetailMember.Bench.Machine;

namespace RetailMember.Bench.Product;

/// <summary>CSV files as a shop would hand them over.</summary>
internal sealed class ImportFiles(TempFolder temp)
{
    private const long FirstMobile = 13_000_000_000;

    /// <summary>So many members, numbered from the one after <paramref name="after"/>.</summary>
    public string Members(int after, int count) => Write(
        "members.csv", "member_no,name,mobile,birthday,sex,joined_on,store_code", count,
        row => $"M{after + row:D8},Member {after + row},{FirstMobile + after + row},,,2025-01-01,{Shop.Store}");

    /// <summary>Receipts of the first members.</summary>
    public string Purchases(int file, int count, int members = 1000) => Write(
        "purchases.csv", "receipt_no,occurred_at,store_code,member_no,amount", count,
        row =>
        {
            var (day, member) = (1 + (row % 28), 1 + (row * 7919L % members));
            return $"I{file:D4}{row:D8},2025-06-{day:D2} 12:00:00,{Shop.Store},M{member:D8},{row % 500}.50";
        });

    /// <summary>A lot of points for each of the first members.</summary>
    public string Lots(int count, long points) => Write(
        "lots.csv", "member_no,points,earned_on,expires_on,reference", count,
        row => $"M{row:D8},{points},2025-01-01,2035-12-31,L{row}");

    private string Write(string name, string header, int count, Func<int, FormattableString> line)
    {
        var file = temp.File(name);
        using var writer = File.CreateText(file);
        writer.WriteLine(header);
        for (var row = 1; row <= count; row++) writer.WriteLine(line(row).ToString(CultureInfo.InvariantCulture));
        return file;
    }
}
