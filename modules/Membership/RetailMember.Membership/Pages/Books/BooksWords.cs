using RetailMember.Membership.Reports.Books;
using RetailMember.Texts;

namespace RetailMember.Membership.Pages.Books;

internal static class BooksWords
{
    private const string NightlyJob = "Membership.verify-books";

    /// <summary>Who asked for a proof; of a nightly one, that nobody did.</summary>
    public static string By(ITexts texts, BookCheckView check) =>
        check.RequestedBy == NightlyJob ? texts["membership.books.nightly"] : check.RequestedBy;
}
