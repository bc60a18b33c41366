using FluentValidation;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Events;
using RetailMember.Jobs;
using RetailMember.Platform.Data;
using RetailMember.Platform.Settings;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.Probe;

[EventName("probe.note-kept.v1")]
internal sealed record NoteKept(string Key, string Text) : IEvent;

[Needs("Probe.Notes.Keep")]
internal sealed class KeepNote(PlatformDb db, DataSession session, IEvents events, ProbeState state)
    : UseCase<KeepNote.Input, KeepNote.Result>
{
    public sealed record Input(
        string Key, string Text, string? StoreCode = null, IReadOnlyList<string>? Tags = null,
        IReadOnlyDictionary<string, string>? Marks = null)
        : IInput<Result>, IKeyed, IAtStore
    {
        string IKeyed.BusinessKey => Key;
    }

    public sealed record Result(string Key, string? Store);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        state.Ran();
        state.Lose(session);
        db.Settings.Add(new SettingRow { Name = "note " + input.Key, BrandId = call.RequiredBrand.Id, Value = input.Text });
        events.Add(new NoteKept(input.Key, input.Text));
        await Task.Yield();
        return new Result(input.Key, call.Store?.Code);
    }

    internal sealed class Rules : AbstractValidator<Input>
    {
        public Rules() => RuleFor(i => i.Text).NotEmpty().MaximumLength(100);
    }
}

[Needs("Probe.Notes.Keep")]
internal sealed class KeepNoteInBatch(PlatformDb db, DataSession session, ProbeState state)
    : BatchUseCase<KeepNoteInBatch.Input, KeepNoteInBatch.Result>
{
    public sealed record Input(string Key, string Text) : IInput<Result>, IKeyed
    {
        string IKeyed.BusinessKey => Key;
    }

    public sealed record Result(string Key);

    protected override Task RunAsync(IReadOnlyList<BatchCall<Input, Result>> calls, CancellationToken cancel)
    {
        lock (state.Batches) state.Batches.Add(calls.Count);
        state.Lose(session);
        foreach (var call in calls)
        {
            if (call.Input.Text == "no")
            {
                call.Refuse(new Refusal("probe.no", RefusalKind.Conflict));
                continue;
            }

            var (brandId, input) = (call.Context.RequiredBrand.Id, call.Input);
            db.Settings.Add(new SettingRow { Name = "note " + input.Key, BrandId = brandId, Value = input.Text });
            call.Answer(new Result(input.Key));
        }

        return Task.CompletedTask;
    }
}

[Needs("Probe.Notes.View")]
internal sealed class ViewNotes(PlatformDb db) : Query<ViewNotes.Input, ViewNotes.Result>
{
    public sealed record Input(int Size = 10) : IInput<Result>;

    public sealed record Result(IReadOnlyList<string> Notes);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        var brandId = call.RequiredBrand.Id;
        return new Result(await db.Settings.Where(s => s.BrandId == brandId).Select(s => s.Value).Take(input.Size).ToListAsync(cancel));
    }
}

[Needs("Probe.Chain.Close")]
internal sealed class CloseChain(DataSession session, ProbeState state) : UseCase<CloseChain.Input, CloseChain.Result>
{
    public sealed record Input : IInput<Result>;

    public sealed record Result(bool Closed);

    protected override Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        state.Ran();
        state.Lose(session);
        return Task.FromResult(new Result(true));
    }
}

/// <summary>Long work in steps.</summary>
[Needs("Probe.Notes.View")]
internal sealed class CountThings(ProbeState state, IRunProgress progress) : Process<CountThings.Input, CountThings.Result>
{
    public sealed record Input(int Things) : IInput<Result>;

    public sealed record Result(int Counted);

    protected override async Task<Result> RunAsync(Input input, CallContext call, CancellationToken cancel)
    {
        if (input.Things < 0) throw new Refusal("probe.no", RefusalKind.Conflict);
        for (var i = 1; i <= input.Things; i++)
        {
            if (state.Pause is { } pause) await pause.WaitAsync(cancel);
            progress.Report(i, input.Things);
            state.Ran();
        }

        return new Result(input.Things);
    }
}

/// <summary>Leaves a row per event, whose key would be taken if it were handled twice.</summary>
internal sealed class CountNotes(PlatformDb db, ProbeState state) : Subscriber<NoteKept>
{
    protected override async Task HandleAsync(IReadOnlyList<Delivered<NoteKept>> events, CancellationToken cancel)
    {
        foreach (var delivered in events)
        {
            var (name, brandId) = ($"handled {delivered.Id}", delivered.BrandId ?? 0);
            db.Settings.Add(new SettingRow { Name = name, BrandId = brandId, Value = delivered.Event.Key });
            await db.SaveChangesAsync(cancel);
            if (delivered.Event.Text == state.HangsOn) Thread.Sleep(TimeSpan.FromSeconds(6));
            if (delivered.Event.Text == state.FailsOn) throw new InvalidOperationException("The probe fails as told.");
        }
    }
}
