using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Engagement.Data;
using RetailMember.UseCases;
using RetailMember.Values;

namespace RetailMember.Engagement.Surveys;

/// <summary>The brand's surveys, newest first.</summary>
[Needs(EngagementRights.ViewSurveys)]
internal sealed class FindSurveys(EngagementDb db) : Query<FindSurveys.Input, PageOf<SurveyView>>
{
    protected override async Task<PageOf<SurveyView>> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var found = db.Surveys.AsNoTracking();
        if (input.State is { } state) found = found.Where(s => s.State == state);
        if (Cursor.Read<Place>(input.After) is { } after) found = found.Where(s => s.Id < after.Id);
        var rows = await found.OrderByDescending(s => s.Id).Take(input.Size + 1).ToListAsync(cancel);
        return PageOf<SurveyView>.Of(rows, input.Size, s => new Place(s.Id), SurveyView.Of);
    }

    private sealed record Place(Guid Id);

    internal sealed record Input : IInput<PageOf<SurveyView>>
    {
        public SurveyState? State { get; init; }

        public string? After { get; init; }

        public int Size { get; init; } = Cursor.DefaultSize;
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Size).InclusiveBetween(1, Cursor.LargestSize);
    }
}

/// <summary>One survey.</summary>
[Needs(EngagementRights.ViewSurveys)]
internal sealed class ReadSurvey(SurveyShelf shelf) : Query<ReadSurvey.Input, SurveyView>
{
    protected override async Task<SurveyView> RunAsync(Input input, CallContext call, CancellationToken cancel) =>
        SurveyView.Of(await shelf.FindAsync(input.Survey, cancel));

    internal sealed record Input(string Survey) : IInput<SurveyView>;
}
