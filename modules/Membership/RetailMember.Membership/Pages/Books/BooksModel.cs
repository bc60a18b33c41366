using RetailMember.Membership.Data;
using RetailMember.Membership.Reports;
using RetailMember.Membership.Reports.Books;
using RetailMember.Pages.Forms;

namespace RetailMember.Membership.Pages.Books;

/// <summary>One proof of a brand's books, and those before it.</summary>
/// <param name="Recent">Newest first, unfinished ones too.</param>
/// <param name="Now">UTC.</param>
internal sealed record BooksModel(
    ReadBookCheck.Result Shown, IReadOnlyList<BookCheckView> Recent, DateTime Now, DateOnly Today, FormFaults Faults)
{
    public const int RecentChecks = 30;

    private static readonly TimeSpan Lost = TimeSpan.FromHours(1);

    public VerifyBooks.BrandBooks? Books => Shown.Check?.Books;

    public VerifyBooks.UnitBook? Points => Books?.Units.FirstOrDefault(u => u.Unit == MembershipUnits.Points);

    /// <summary>The one that goes on now.</summary>
    public BookCheckView? Waiting => Recent.FirstOrDefault(IsWaiting);

    public IEnumerable<BookBreach> Breaches =>
    [
        .. (Books?.Units ?? []).SelectMany(u => u.Breaches.Select(b => new BookBreach(b.Code, u.Unit, b.Count, $"{b.FirstId}"))),
        .. (Books?.Breaches ?? []).Select(b => new BookBreach(b.Code, null, b.Count, b.First)),
    ];

    /// <summary>A check that was lost with its host counts as broken off.</summary>
    public bool IsWaiting(BookCheckView check) =>
        check.State == BookCheckState.Waiting && Now - check.RequestedAt < Lost;
}

/// <param name="Unit">Null where members and receipts are at fault.</param>
/// <param name="First">Number or id of the first one.</param>
internal sealed record BookBreach(string Code, string? Unit, long Count, string First);
