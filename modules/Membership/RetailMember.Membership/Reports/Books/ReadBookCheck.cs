using Microsoft.EntityFrameworkCore;
using RetailMember.Membership.Data;
using RetailMember.Membership.Members;
using RetailMember.Membership.Programmes;
using RetailMember.Texts;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports.Books;

/// <summary>One proof of the brand's books, the latest finished one where none is named, with its tiers as people know them.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class ReadBookCheck(MembershipDb db, ProgrammeShelf shelf, ITexts texts)
    : Query<ReadBookCheck.Input, ReadBookCheck.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var check = await FindAsync(input, cancel);
        var view = check is null ? null : BookCheckView.Of(check);
        return new Result(view, view?.Books is { } books ? await TiersAsync(books, call, cancel) : []);
    }

    private async Task<BookCheck?> FindAsync(Input input, CancellationToken cancel)
    {
        var checks = db.BookChecks.AsNoTracking();
        if (input.Check is not { } id)
            return await checks.Where(c => c.State == BookCheckState.Done)
                .OrderByDescending(c => c.RequestedAt).FirstOrDefaultAsync(cancel);
        return await checks.SingleOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw new Refusal("membership.books-check-not-found", RefusalKind.NotFound, ("check", id));
    }

    private async Task<IReadOnlyList<Share>> TiersAsync(
        VerifyBooks.BrandBooks books, CallContext call, CancellationToken cancel)
    {
        var programme = (await shelf.OfAsync(db, call.RequiredBrand.Id, cancel)).FindAt(call.At)?.Programme;
        return
        [
            .. books.Tiers.OrderBy(t => programme?.Ladder.Find(t.Key)?.Step ?? int.MaxValue)
                .Select(t => new Share(TierName.Of(t.Key, programme, texts.Language), t.Value)),
        ];
    }

    internal sealed record Input(Guid? Check = null) : IInput<Result>;

    /// <param name="Check">Null where the books were never proven.</param>
    /// <param name="Tiers">Members by tier, in the order of the ladder.</param>
    internal sealed record Result(BookCheckView? Check, IReadOnlyList<Share> Tiers);

    internal sealed record Share(TierName Tier, long Members);
}
