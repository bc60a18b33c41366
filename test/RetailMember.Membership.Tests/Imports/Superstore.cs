using System.Globalization;
using System.Text;
using RetailMember.Testing;

namespace RetailMember.Membership.Tests.Imports;

/// <summary>The orders of a public sample, and the same orders written in other ways.</summary>
internal static class Superstore
{
    private const string ChineseHeadings = "小票号;消费时间;门店编码;会员号;实付金额";

    private static readonly Lazy<string[]> Lines =
        new(() => File.ReadAllLines(Path.Combine(ProductTree.Root, "etc/data/superstore-purchases.csv")));

    public static byte[] AsItIs() => Encoding.UTF8.GetBytes(string.Join('\n', Lines.Value));

    public static byte[] InGbkWithChineseHeadings() => CodePagesEncodingProvider.Instance.GetEncoding("GBK")!
        .GetBytes(string.Join("\r\n", Lines.Value.Skip(1).Prepend(ChineseHeadings)).Replace(',', ';'));

    public static byte[] Shuffled()
    {
        var rows = Lines.Value.Skip(1).ToArray();
        new Random(7).Shuffle(rows);
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Lines.Value[0])))];
    }

    /// <summary>Every order as up to three lines of different categories, not next to each other.</summary>
    public static byte[] InLines()
    {
        var random = new Random(7);
        var rows = Lines.Value.Skip(1).SelectMany(order => LinesOf(order, random)).ToArray();
        random.Shuffle(rows);
        return Encoding.UTF8.GetBytes(string.Join('\n', rows.Prepend(Lines.Value[0] + ",category,quantity")));
    }

    private static IEnumerable<string> LinesOf(string order, Random random)
    {
        var cells = order.Split(',');
        var left = (long)(decimal.Parse(cells[4], CultureInfo.InvariantCulture) * 100);
        for (var no = random.Next(3); left > 0; no--)
        {
            var fen = no <= 0 ? left : random.NextInt64(left + 1);
            left -= fen;
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(',', cells[..4])},{fen / 100m:0.00},\"Line {no}, \"\"new\"\"\",{no + 3}");
        }
    }
}
