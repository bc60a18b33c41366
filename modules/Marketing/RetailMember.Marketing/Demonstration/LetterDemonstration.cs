using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.Brands;
using RetailMember.Data;
using RetailMember.Demonstrations;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Templates;
using RetailMember.People;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Demonstration;

/// <summary>The words of what plug-ins write to members, once the brands have them on.</summary>
internal sealed class LetterWordsDemonstration(UseCaseEntry entry, IBrandDirectory brands) : IDemonstration
{
    public int Order => 800;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        foreach (var brand in brands.Brands)
        {
            var call = new CallContext(Caller.House("demonstration"), Channel.CommandLine) { Brand = brand };
            var proposed = await entry.RunAsync(new FindLetterProposals.Input(), call, cancel);
            foreach (var letter in proposed.Letters)
            {
                var draft = await entry.RunAsync(new TakeOverLetter.Input(letter.Purpose), call, cancel);
                await entry.RunAsync(
                    new ApproveTemplate.Input(draft.Template, draft.Revision, draft.WordingMark!),
                    call with { Caller = Caller.House("head-office") }, cancel);
            }
        }
    }
}

/// <summary>What became of the letters that plug-ins have written by then.</summary>
internal sealed class LetterDemonstration(IBrandDirectory brands, IServiceScopeFactory scopes, TimeProvider time) : IDemonstration
{
    private static readonly TimeSpan Ago = TimeSpan.FromMinutes(30);

    public int Order => 840;

    public async Task SeedAsync(DemonstrationNotes notes, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        foreach (var brand in brands.Brands)
        {
            await using var scope = scopes.CreateAsyncScope();
            var session = scope.ServiceProvider.GetRequiredService<DataSession>();
            session.Brand = brand.Id;
            await session.BeginAsync(cancel);
            var db = scope.ServiceProvider.GetRequiredService<MarketingDb>();
            var proposed = scope.ServiceProvider.GetRequiredService<ProposedLetters>().For(brand);
            var letters = (await db.Batches.AsNoTracking().Where(b => b.State == BatchState.Open).ToListAsync(cancel))
                .Where(b => proposed.Any(p => b.Purpose.StartsWith(p.Purpose + ":", StringComparison.Ordinal)));
            var provider = ActivatorUtilities.CreateInstance<DemoProvider>(scope.ServiceProvider);
            foreach (var batch in letters) await provider.PlayAsync(batch.Id, DemoFate.Running, now - Ago, now, cancel);
            await session.CommitAsync(cancel);
        }
    }
}
