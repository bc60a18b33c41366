using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Gateways;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Marketing.Templates;

/// <summary>The brand's templates, each by its latest revision, by code.</summary>
[Needs(MarketingRights.ViewTemplates)]
internal sealed class FindTemplates(MarketingDb db) : Query<FindTemplates.Input, PageOf<TemplateView>>
{
    protected override async Task<PageOf<TemplateView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Templates.AsNoTracking()
            .Where(t => !db.Templates.Any(l => l.Code == t.Code && l.Revision > t.Revision));
        if (input.State is { } state) found = found.Where(t => t.State == state);
        if (input.Kind is { } kind) found = found.Where(t => t.Kind == kind);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(t => string.Compare(t.Code, after.Code) > 0);
        var rows = await found.OrderBy(t => t.Code).Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<TemplateView>.Of(rows, input.Size, t => new Place(t.Code), TemplateView.Of);
    }

    private sealed record Place(string Code);

    internal sealed record Input : IInput<PageOf<TemplateView>>
    {
        public TemplateState? State { get; init; }

        public TemplateKind? Kind { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

/// <summary>A template with all of its revisions, latest first.</summary>
[Needs(MarketingRights.ViewTemplates)]
internal sealed class ReadTemplate(MarketingDb db, GatewayChoice gateways) : Query<ReadTemplate.Input, ReadTemplate.Result>
{
    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var revisions = await db.Templates.AsNoTracking().Where(t => t.Code == input.Template)
            .OrderByDescending(t => t.Revision).ToListAsync(cancel);
        return revisions.Count == 0
            ? throw new Refusal("marketing.template-not-found", RefusalKind.NotFound, ("template", input.Template))
            : new Result(
                [.. revisions.Select(TemplateView.Of)],
                revisions.Find(r => r.State == TemplateState.Approved) is { } approved
                    && gateways.LacksCode(TemplateShelf.TermsOf(approved)));
    }

    internal sealed record Input(string Template) : IInput<Result>;

    /// <param name="LacksProviderCode">
    /// What goes in the approved words waits, for the gateway goes by the provider's number for them.
    /// </param>
    internal sealed record Result(IReadOnlyList<TemplateView> Revisions, bool LacksProviderCode);
}
