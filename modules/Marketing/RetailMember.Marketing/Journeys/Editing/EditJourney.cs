using System.Text.Json;
using FluentValidation;
using RetailMember.Brands;
using RetailMember.Marketing.Data;
using RetailMember.Marketing.Journeys.Data;
using RetailMember.Marketing.Journeys.Rules;
using RetailMember.Membership;
using RetailMember.UseCases;

namespace RetailMember.Marketing.Journeys.Editing;

/// <summary>
/// Drafts a journey or changes its draft. Of one that runs this drafts the next version: what is in force goes on until that
/// has its day. What sets it off stays what it was.
/// </summary>
[Needs(JourneyRights.Edit)]
internal sealed class EditJourney(MarketingDb db, JourneyShelf shelf, JourneyNames names, IMemberTiers tiers)
    : UseCase<EditJourney.Input, JourneyView>
{
    protected override async Task<JourneyView> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (await tiers.UnknownAsync(input.Terms.Tiers, call.At, cancel) is { } noTier) throw noTier;
        await names.RequireAsync(input.Terms, call.RequiredBrand.DateOf(call.At), cancel);
        var journey = await shelf.LockAsync(input.Journey, cancel) ?? Make(input.Journey, call);
        var versions = await shelf.VersionsAsync(journey.Id, cancel);
        if (versions.Find(v => v.From is not null) is { } former && JourneyTerms.Of(former).Trigger != input.Terms.Trigger)
            throw new Refusal("marketing.journey-trigger-fixed", RefusalKind.Conflict, ("journey", input.Journey));
        var draft = versions is [{ From: null } latest, ..] ? latest : Draft(journey, versions.Count + 1);
        draft.Terms = JsonSerializer.Serialize(input.Terms, Json.Options);
        (draft.EditedBy, draft.EditedAt) = (call.Caller.Name, call.At);
        return JourneyView.Of(journey, draft);
    }

    private Journey Make(string code, CallContext call)
    {
        var made = new Journey { Id = Guid.CreateVersion7(), BrandId = call.RequiredBrand.Id, Code = code };
        db.Journeys.Add(made);
        return made;
    }

    private JourneyVersion Draft(Journey journey, int number)
    {
        var draft = new JourneyVersion
        {
            JourneyId = journey.Id, Number = number, BrandId = journey.BrandId, Terms = "", EditedBy = "",
        };
        db.JourneyVersions.Add(draft);
        return draft;
    }

    /// <param name="Journey">Its code.</param>
    internal sealed record Input(string Journey, JourneyTerms Terms) : IInput<JourneyView>;

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules()
        {
            RuleFor(i => i.Journey).NotEmpty().IsCodeOfPage();
            RuleFor(i => i.Terms).SetValidator(new JourneyTermsRules());
        }
    }
}
