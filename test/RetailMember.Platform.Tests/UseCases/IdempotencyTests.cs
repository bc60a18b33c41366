using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using RetailMember.Data;
using RetailMember.Platform.Tests.Probe;
using RetailMember.UseCases;

namespace RetailMember.Platform.Tests.UseCases;

public sealed class IdempotencyTests
{
    [Theory, Trait("Yardstick", "R2")]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Twenty_callers_with_the_same_key_do_it_once_and_get_the_same_answer(DatabaseKind kind)
    {
        await using var host = await PlatformHost.StartAsync(kind);
        var call = host.In(await host.OpenBrandAsync("pharmacy"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => host.Entry.TryAsync(new KeepNote.Input("k1", "hello", "north"), call)));

        outcomes.ShouldAllBe(o => o.Accepted);
        outcomes.Select(o => o.Value).Distinct().ShouldHaveSingleItem().ShouldBe(new KeepNote.Result("k1", "north"));
        outcomes.Count(o => !o.Replayed).ShouldBe(1);
        (await NotesAsync(host)).ShouldBe(1);
    }

    [Theory, Trait("Yardstick", "R2")]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task Gathered_calls_with_the_same_key_do_it_once_whatever_batch_they_fall_into(DatabaseKind kind)
    {
        await using var host = await PlatformHost.StartAsync(kind);
        var call = host.In(await host.OpenBrandAsync("pharmacy"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 400)
            .Select(i => host.Entry.TryAsync(new KeepNoteInBatch.Input($"k{i % 20}", "hello"), call)));

        outcomes.ShouldAllBe(o => o.Accepted);
        outcomes.Count(o => !o.Replayed).ShouldBe(20);
        (await NotesAsync(host)).ShouldBe(20);
    }

    [Fact]
    public async Task One_refused_call_leaves_the_others_of_its_batch_alone()
    {
        await using var host = await PlatformHost.StartAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50)
            .Select(i => host.Entry.TryAsync(new KeepNoteInBatch.Input($"k{i}", i % 10 == 0 ? "no" : "yes"), call)));

        outcomes.Count(o => o.Accepted).ShouldBe(45);
        outcomes.Where(o => !o.Accepted).ShouldAllBe(o => o.Refusal!.Code == "probe.no");
        (await NotesAsync(host)).ShouldBe(45);
    }

    [Fact]
    public async Task A_first_answer_with_a_part_left_open_is_given_again_as_it_was()
    {
        await using var host = await PlatformHost.StartAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));
        var first = await host.Entry.RunAsync(new KeepNote.Input("k1", "hello"), call);

        var second = await host.Entry.TryAsync(new KeepNote.Input("k1", "hello"), call);

        second.Replayed.ShouldBeTrue();
        second.Value.ShouldBe(first);
        first.Store.ShouldBeNull();
    }

    [Fact]
    public async Task The_same_key_with_other_content_is_refused()
    {
        await using var host = await PlatformHost.StartAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));
        await host.Entry.RunAsync(new KeepNote.Input("k1", "hello"), call);

        var second = await host.Entry.TryAsync(new KeepNote.Input("k1", "goodbye"), call);

        second.Refusal!.Code.ShouldBe("key.reused");
        host.Probe.Runs.ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_in_another_brand_is_another_command()
    {
        await using var host = await PlatformHost.StartAsync();
        await host.Entry.RunAsync(new KeepNote.Input("k1", "hello"), host.In(await host.OpenBrandAsync("pharmacy")));
        var other = await host.Entry.TryAsync(new KeepNote.Input("k1", "hello"), host.In(await host.OpenBrandAsync("apparel")));
        other.Replayed.ShouldBeFalse();
    }

    [Fact]
    public async Task Over_http_a_replay_says_so()
    {
        await using var host = await PlatformHost.StartAsync();
        var till = await new Staff(host).TillAsync(await host.OpenBrandAsync("pharmacy"), "north");
        var client = host.Client(till);
        var note = new { key = "k1", text = "hello" };

        var first = await client.PostAsJsonAsync("/api/brands/pharmacy/probe/notes", note);
        var second = await client.PostAsJsonAsync("/api/brands/pharmacy/probe/notes", note);

        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        second.Headers.GetValues("Idempotent-Replayed").ShouldBe(["true"]);
        (await second.Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await first.Content.ReadAsStringAsync()).ShouldContain("north");
    }

    [Fact]
    public async Task When_the_answer_to_a_commit_is_lost_only_a_command_with_a_key_is_tried_again()
    {
        await using var host = await PlatformHost.StartAsync();
        var call = host.In(await host.OpenBrandAsync("pharmacy"));

        host.Probe.LosesAnswers = true;
        (await host.Entry.TryAsync(new KeepNote.Input("k1", "hello"), call)).Replayed.ShouldBeTrue();
        host.Probe.LosesAnswers = true;
        (await host.Entry.TryAsync(new KeepNoteInBatch.Input("k2", "hello"), call)).Replayed.ShouldBeTrue();
        (await NotesAsync(host)).ShouldBe(2);

        var runs = host.Probe.Runs;
        host.Probe.LosesAnswers = true;
        await Should.ThrowAsync<CommitInDoubt>(() => host.Entry.TryAsync(new CloseChain.Input(), PlatformHost.House));
        host.Probe.Runs.ShouldBe(runs + 1);
    }

    private static Task<int> NotesAsync(PlatformHost host) =>
        host.InTablesAsync(db => db.Settings.CountAsync(s => s.Name.StartsWith("note ")));
}
