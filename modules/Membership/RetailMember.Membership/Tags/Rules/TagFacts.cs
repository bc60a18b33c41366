namespace RetailMember.Membership.Tags;

/// <summary>All of a member that rules of tags look at.</summary>
/// <param name="On">The business day on which they look.</param>
/// <param name="Tier">Code of the tier held.</param>
/// <param name="Receipts">Those that stand: paid and not wholly refunded.</param>
internal sealed record TagFacts(
    DateOnly On, DateOnly JoinedOn, string Tier, DateOnly? Birthday, IReadOnlyList<TagReceipt> Receipts);

/// <param name="On">Business day of the brand.</param>
/// <param name="Hour">0 to 23, in the brand's time zone.</param>
/// <param name="Store">The store's code.</param>
/// <param name="PaidFen">Refunds taken off.</param>
internal sealed record TagReceipt(DateOnly On, int Hour, string Store, long PaidFen, IReadOnlyList<TagLine> Lines);

/// <param name="PaidFen">Refunds that name the line taken off.</param>
internal readonly record struct TagLine(string? Category, long Pieces, long PaidFen);
