using System.Text.Json;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports.Books;

/// <summary>A proof of the books as people see it.</summary>
/// <param name="Books">Null until it is done.</param>
internal sealed record BookCheckView(
    Guid Id,
    DateOnly AsOf,
    BookCheckState State,
    string RequestedBy,
    DateTime RequestedAt,
    DateTime? EndedAt,
    bool IsSound,
    VerifyBooks.BrandBooks? Books)
{
    public static BookCheckView Of(BookCheck check) => new(
        check.Id,
        check.AsOf,
        check.State,
        check.RequestedBy,
        check.RequestedAt,
        check.EndedAt,
        check.IsSound,
        check.Books is { } books ? JsonSerializer.Deserialize<VerifyBooks.BrandBooks>(books, Json.Options) : null);

    public static string Write(VerifyBooks.BrandBooks books) => JsonSerializer.Serialize(books, Json.Options);
}
