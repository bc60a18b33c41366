using System.Globalization;
using RetailMember.Brands;
using RetailMember.Ledger;
using RetailMember.Membership.Imports.Files;
using RetailMember.Membership.Members;

namespace RetailMember.Membership.Imports.Work;

/// <summary>A row of a lots file: points that a member brings along from another system.</summary>
/// <param name="EarnedOn">Business date.</param>
/// <param name="ExpiresOn">Last valid day; null: for ever.</param>
/// <param name="Reference">What tells it apart from a lot that is just the same.</param>
internal sealed record LotRow(string MemberNo, long Points, DateOnly EarnedOn, DateOnly? ExpiresOn, string? Reference)
{
    /// <summary>Rows of one key are the same lot.</summary>
    public string Key => Reference is null
        ? string.Create(CultureInfo.InvariantCulture, $"{CardNo.Normalise(MemberNo)}\t{EarnedOn:O}\t{ExpiresOn:O}\t{Points}")
        : "#" + Reference;

    public static LotRow Read(Cells cells)
    {
        var row = new LotRow(
            cells.RequiredText(Columns.MemberNo),
            cells.RequiredWhole(Columns.Points, 1, Posting.MaxAmount),
            cells.RequiredDate(Columns.EarnedOn),
            cells.Date(Columns.ExpiresOn),
            cells.Text(Columns.Reference));
        if (row.ExpiresOn < row.EarnedOn) cells.Fail("ledger.dates-in-wrong-order", Columns.ExpiresOn);
        return row;
    }

    /// <summary>Its member as one who joined when the lot was earned.</summary>
    public MemberRow Newcomer() => new() { MemberNo = MemberNo, JoinedOn = EarnedOn };

    /// <summary>The posting that opens the lot. Its key makes a second import of the file harmless.</summary>
    public Credit Opening(Guid member, string by, string row) => new()
    {
        Key = Reference is null
            ? string.Create(CultureInfo.InvariantCulture, $"open:{member:N}:{EarnedOn:yyyyMMdd}:{ExpiresOn:yyyyMMdd}:{Points}")
            : $"open:{Reference}",
        Owner = member,
        Unit = MembershipUnits.Points,
        Amount = Points,
        On = EarnedOn,
        Kind = PostingKind.Open,
        ExpiresOn = ExpiresOn,
        Reason = new PostingReason { Operator = by, Rule = "opening", Source = row },
    };
}
