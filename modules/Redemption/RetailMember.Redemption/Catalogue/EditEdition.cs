using System.Text.Json;
using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Brands;
using RetailMember.Redemption.Catalogue.Rules;
using RetailMember.Redemption.Data;
using RetailMember.UseCases;

namespace RetailMember.Redemption.Catalogue;

/// <summary>
/// Prepares an edition or changes it. No two editions of a brand share a day. One that is published is changed by who may
/// publish; it keeps its first day once it has come, never ends before today and is never emptied.
/// </summary>
[Needs(RedemptionPermissions.EditCatalogue)]
internal sealed class EditEdition(RedemptionDb db, CatalogueShelf shelf)
    : UseCase<EditEdition.Input, EditionView>
{
    protected override async Task<EditionView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var (brand, today) = (call.RequiredBrand, call.RequiredBrand.DateOf(call.At));
        await shelf.LockCalendarAsync(brand.Id, cancel);
        await CheckAsync(input, cancel);
        var edition = await db.Editions.SingleOrDefaultAsync(e => e.Code == input.Edition, cancel);
        if (edition is not { Published: true } && input.To < today)
            throw Refusal.Invalid([new FieldFault("to", "redemption.edition-in-the-past", ("today", today))]);
        if (edition is null)
        {
            edition = new Edition
            {
                Id = Guid.CreateVersion7(), BrandId = brand.Id, Code = input.Edition, Items = "[]", EditedBy = call.Caller.Name,
            };
            db.Editions.Add(edition);
        }
        else if (edition.Published)
        {
            CheckPublished(edition, input, call);
            var had = CatalogueShelf.ItemsOf(edition).Select(i => i.Reward).ToHashSet();
            await shelf.RequireAllowedAsync([.. input.Items.Where(i => !had.Contains(i.Reward))], cancel);
        }

        (edition.From, edition.To) = (input.From, input.To);
        edition.Items = JsonSerializer.Serialize(input.Items, Json.Options);
        (edition.EditedBy, edition.EditedAt) = (call.Caller.Name, call.At);
        return EditionView.Of(edition);
    }

    private async Task CheckAsync(Input input, CancellationToken cancel)
    {
        var other = await db.Editions.AsNoTracking()
            .Where(e => e.Code != input.Edition && e.From <= input.To && e.To >= input.From)
            .OrderBy(e => e.From).Select(e => e.Code).FirstOrDefaultAsync(cancel);
        if (other is not null) throw new Refusal("redemption.editions-overlap", RefusalKind.Conflict, ("other", other));
        string[] codes = [.. input.Items.Select(i => i.Reward)];
        var known = await db.Rewards.Where(r => EF.Parameter(codes).Contains(r.Code)).Select(r => r.Code).ToListAsync(cancel);
        if (codes.Except(known).FirstOrDefault() is { } missing)
            throw new Refusal("redemption.reward-not-found", RefusalKind.NotFound, ("reward", missing));
    }

    private void CheckPublished(Edition edition, Input input, CallContext call)
    {
        var today = call.RequiredBrand.DateOf(call.At);
        call.RequireInBrand(RedemptionPermissions.PublishEditions);
        if (input.Items.Count == 0)
            throw new Refusal("redemption.edition-is-empty", RefusalKind.Conflict, ("edition", edition.Code));
        if ((edition.From <= today && edition.From != input.From) || (edition.To != input.To && input.To < today))
            throw new Refusal("redemption.edition-has-begun", RefusalKind.Conflict, ("edition", edition.Code));
    }

    /// <param name="Edition">Its code, such as <c>2026-06</c>.</param>
    /// <param name="From">First day, in the brand's time zone.</param>
    /// <param name="To">Last day.</param>
    internal sealed record Input(string Edition, DateOnly From, DateOnly To, IReadOnlyList<EditionItem> Items)
        : IInput<EditionView>;

    public const int MostItems = 1000;

    internal sealed class Rules : AbstractValidator<Input>
    {
        /// <summary>Days that calendars show.</summary>
        private static readonly DateOnly Earliest = new(2000, 1, 1);

        private static readonly DateOnly Latest = new(2099, 12, 31);

        public Rules()
        {
            RuleFor(i => i.Edition).IsCode();
            RuleFor(i => i.From).InclusiveBetween(Earliest, Latest);
            RuleFor(i => i.To).InclusiveBetween(Earliest, Latest);
            RuleFor(i => i.To).Must((input, to) => to >= input.From).WithErrorCode("redemption.dates-in-wrong-order");
            RuleFor(i => i.Items).Must(i => i.Count <= MostItems && i.DistinctBy(x => x.Reward).Count() == i.Count)
                .WithErrorCode("redemption.items-malformed");
            RuleForEach(i => i.Items).ChildRules(item =>
                item.RuleFor(i => i.Points).InclusiveBetween(1, RewardTermsRules.MostPoints));
        }
    }
}
