using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports.Books;

/// <summary>The latest finished proof of every brand's books, side by side.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class ReadChainBooks(MembershipDb db, IBrandDirectory brands)
    : Query<ReadChainBooks.Input, ReadChainBooks.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (call.Brand is not null) throw new Refusal("membership.chain-only", RefusalKind.Forbidden);
        var checks = db.AcrossBrands<BookCheck>().AsNoTracking();
        var done = checks.Where(c => c.State == BookCheckState.Done);
        var latest = await done
            .Where(c => c.RequestedAt == done.Where(d => d.BrandId == c.BrandId).Max(d => d.RequestedAt)).ToListAsync(cancel);
        var waiting = await checks.AnyAsync(
            c => c.State == BookCheckState.Waiting && c.RequestedAt > call.At.AddHours(-1), cancel);
        return new Result(
            waiting,
            [.. brands.Brands.Select(b => new Row(
                b.Code, b.Name, latest.Find(c => c.BrandId == b.Id) is { } check ? BookCheckView.Of(check) : null))]);
    }

    internal sealed record Input : IInput<Result>;

    /// <param name="Waiting">A proof has been asked for and goes on.</param>
    internal sealed record Result(bool Waiting, IReadOnlyList<Row> Brands);

    /// <param name="Check">Null where the brand's books were never proven.</param>
    internal sealed record Row(string Code, string Name, BookCheckView? Check);
}
