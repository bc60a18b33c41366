using System.Globalization;
using RetailMember.Membership.Data;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Imports.Work;

/// <summary>A row of a member file: somebody who is a member already, elsewhere.</summary>
internal sealed record MemberRow : MemberDetails
{
    private const int LongestName = 200;

    private static readonly Dictionary<string, Sex> Sexes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["female"] = Data.Sex.Female,
        ["f"] = Data.Sex.Female,
        ["女"] = Data.Sex.Female,
        ["male"] = Data.Sex.Male,
        ["m"] = Data.Sex.Male,
        ["男"] = Data.Sex.Male,
    };

    public required string MemberNo { get; init; }

    /// <summary>Business date from which card years count; the day of the import where it is left out.</summary>
    public DateOnly? JoinedOn { get; init; }

    public string? StoreCode { get; init; }

    /// <summary>The code of the tier brought along; the lowest where it is left out.</summary>
    public string? Tier { get; init; }

    public static MemberRow Read(Cells cells) => new()
    {
        MemberNo = cells.RequiredText(Columns.MemberNo),
        Name = cells.Words(Columns.Name, LongestName),
        Mobile = cells.Text(Columns.Mobile),
        Birthday = cells.Date(Columns.Birthday),
        Sex = SexOf(cells),
        JoinedOn = cells.Date(Columns.JoinedOn),
        StoreCode = cells.Text(Columns.StoreCode),
        Tier = cells.Text(Columns.Tier),
    };

    /// <summary>Members keep the order of their file.</summary>
    public static string TurnOf(int rowNo) => rowNo.ToString("D10", CultureInfo.InvariantCulture);

    private static Sex? SexOf(Cells cells)
    {
        if (cells.Text(Columns.Sex) is not { } text) return null;
        if (!Sexes.TryGetValue(text, out var sex)) cells.Fail("field.malformed", Columns.Sex);
        return sex;
    }

    internal sealed class Rules : MemberDetailsRules<MemberRow>;
}
