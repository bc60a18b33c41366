using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Membership.Data;
using RetailMember.UseCases;

namespace RetailMember.Membership.Reports.Books;

/// <summary>Proves a brand's books and keeps what it found, so that head office sees it in the morning.</summary>
[Needs(MembershipPermissions.ViewReports)]
internal sealed class RunBookCheck(IServiceScopeFactory scopes, UseCaseEntry entry, TimeProvider time)
    : Process<RunBookCheck.Input, RunBookCheck.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var check = await InTablesAsync(db => BeginAsync(db, input, call, cancel), call);
        try
        {
            var books = (await entry.RunAsync(new VerifyBooks.Input(check.AsOf), call, cancel)).Brands.Single();
            await EndAsync(check, BookCheckState.Done, books, call);
            return new Result(check.Id, check.AsOf, books.IsSound);
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            await EndAsync(check, BookCheckState.Failed, null, call);
            throw;
        }
    }

    /// <summary>The check that was asked for; a nightly one is its own.</summary>
    private static async Task<BookCheck> BeginAsync(MembershipDb db, Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Check is { } id)
            return await db.BookChecks.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancel)
                ?? throw new Refusal("membership.books-check-not-found", RefusalKind.NotFound, ("check", id));
        var check = new BookCheck
        {
            BrandId = call.RequiredBrand.Id,
            AsOf = call.RequiredBrand.DateOf(call.At),
            RequestedBy = call.Caller.Name,
            RequestedAt = call.At,
        };
        db.BookChecks.Add(check);
        await db.SaveChangesAsync(cancel);
        return check;
    }

    private Task<int> EndAsync(BookCheck check, BookCheckState state, VerifyBooks.BrandBooks? books, CallContext call)
    {
        var ended = time.GetUtcNow().UtcDateTime;
        var (isSound, written) = (books?.IsSound ?? false, books is null ? null : BookCheckView.Write(books));
        return InTablesAsync(
            db => db.BookChecks.Where(c => c.Id == check.Id).ExecuteUpdateAsync(set => set
                .SetProperty(c => c.State, state)
                .SetProperty(c => c.EndedAt, ended)
                .SetProperty(c => c.IsSound, isSound)
                .SetProperty(c => c.Books, written)),
            call);
    }

    private async Task<T> InTablesAsync<T>(Func<MembershipDb, Task<T>> work, CallContext call)
    {
        await using var scope = scopes.CreateAsyncScope();
        var session = scope.ServiceProvider.GetRequiredService<DataSession>();
        session.Brand = call.RequiredBrand.Id;
        await session.BeginAsync(CancellationToken.None);
        var result = await work(scope.ServiceProvider.GetRequiredService<MembershipDb>());
        await session.CommitAsync(CancellationToken.None);
        return result;
    }

    /// <param name="Check">One that was asked for; left out where the hour has come.</param>
    internal sealed record Input(Guid? Check = null) : IInput<Result>;

    internal sealed record Result(Guid Check, DateOnly AsOf, bool IsSound);
}
