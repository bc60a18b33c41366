namespace RetailMember.Membership.Imports.Files;

/// <summary>A column that a kind of import knows.</summary>
/// <param name="Name">Its heading in a file, unless another one is mapped to it.</param>
/// <param name="Required">The file must have it, though a cell of it may be allowed to be empty.</param>
internal sealed record ImportColumn(string Name, bool Required)
{
    /// <summary>The text under which people know the column: in each language also accepted as its heading.</summary>
    public string TextKey => "import.column." + Name;

    public static IReadOnlyList<ImportColumn> Of(ImportKind kind) => kind switch
    {
        ImportKind.Purchases =>
        [
            new(Columns.ReceiptNo, true), new(Columns.OccurredAt, true), new(Columns.StoreCode, true),
            new(Columns.MemberNo, true), new(Columns.Amount, true), new(Columns.Category, false),
            new(Columns.Quantity, false), new(Columns.ListAmount, false),
        ],
        ImportKind.Members =>
        [
            new(Columns.MemberNo, true), new(Columns.Name, false), new(Columns.Mobile, false),
            new(Columns.Birthday, false), new(Columns.Sex, false), new(Columns.JoinedOn, false),
            new(Columns.StoreCode, false), new(Columns.Tier, false),
        ],
        _ =>
        [
            new(Columns.MemberNo, true), new(Columns.Points, true), new(Columns.EarnedOn, true),
            new(Columns.ExpiresOn, true), new(Columns.Reference, false),
        ],
    };
}

/// <summary>The columns' names.</summary>
internal static class Columns
{
    public const string ReceiptNo = "receipt_no";
    public const string OccurredAt = "occurred_at";
    public const string StoreCode = "store_code";
    public const string MemberNo = "member_no";
    public const string Amount = "amount";
    public const string Category = "category";
    public const string Quantity = "quantity";
    public const string ListAmount = "list_amount";
    public const string Name = "name";
    public const string Mobile = "mobile";
    public const string Birthday = "birthday";
    public const string Sex = "sex";
    public const string JoinedOn = "joined_on";
    public const string Tier = "tier";
    public const string Points = "points";
    public const string EarnedOn = "earned_on";
    public const string ExpiresOn = "expires_on";
    public const string Reference = "reference";
}
