using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.UseCases;

namespace RetailMember.Http;

/// <summary>Puts a use case under an address: reads its input, runs it through the entry, writes answer or problem.</summary>
internal abstract class UseCaseEndpoint
{
    public static IEndpointConventionBuilder Map(RouteGroupBuilder group, string method, string pattern, UseCaseInfo info, string name)
    {
        var type = typeof(UseCaseEndpoint<,>).MakeGenericType(info.InputType, info.ResultType);
        var endpoint = (UseCaseEndpoint)Activator.CreateInstance(type)!;
        var hasBody = method is "POST" or "PUT";

        // A request delegate, which needs no code compiled at the start; what the API's document says of it is said here.
        var handler = endpoint.Handler(hasBody);
        var builder = group.MapMethods(pattern, [method], handler)
            .WithName(name)
            .WithMetadata(info, handler.Method, Answer(StatusCodes.Status200OK, info.ResultType, "application/json"));
        foreach (var status in Refusals) builder.WithMetadata(Problem(status));
        if (info.Kind != UseCaseKind.Query) builder.WithMetadata(Problem(StatusCodes.Status409Conflict));
        if (hasBody) builder.WithMetadata(new AcceptsMetadata(["application/json"], info.InputType));
        return builder;
    }

    private static readonly int[] Refusals =
    [
        StatusCodes.Status400BadRequest, StatusCodes.Status401Unauthorized, StatusCodes.Status403Forbidden,
        StatusCodes.Status404NotFound, StatusCodes.Status429TooManyRequests,
    ];

    private static ProducesResponseTypeMetadata Answer(int status, Type type, string contentType) => new(status, type, [contentType]);

    private static ProducesResponseTypeMetadata Problem(int status) =>
        Answer(status, typeof(ProblemDetails), "application/problem+json");

    protected abstract RequestDelegate Handler(bool hasBody);
}

internal sealed class UseCaseEndpoint<TInput, TResult> : UseCaseEndpoint
    where TInput : IInput<TResult>
{
    protected override RequestDelegate Handler(bool hasBody) =>
        async http => await (await AnswerAsync(http, hasBody)).ExecuteAsync(http);

    private static async Task<IResult> AnswerAsync(HttpContext http, bool hasBody)
    {
        var calls = http.RequestServices.GetRequiredService<HttpCalls>();
        var entry = http.RequestServices.GetRequiredService<UseCaseEntry>();
        Outcome<TResult> outcome;
        try
        {
            var call = await calls.CurrentAsync(http, Channel.Api);
            var input = hasBody ? await InputReader<TInput>.FromBodyAsync(http) : InputReader<TInput>.FromAddress(http);
            outcome = await entry.TryAsync(input, call, http.RequestAborted);
        }
        catch (Refusal refusal)
        {
            outcome = Outcome<TResult>.Refuse(refusal);
        }

        if (outcome.Refusal is { } no) return Problems.Of(hasBody ? StatusOfBody(no) : Problems.StatusOf(no.Kind), no, http);
        if (outcome.Replayed) http.Response.Headers["Idempotent-Replayed"] = "true";
        return Results.Json(outcome.Value, Json.Options);
    }

    /// <summary>Only an address is not found: what a field of a body names, and is not there, is at fault in that field.</summary>
    private static int StatusOfBody(Refusal refusal) => refusal is { Kind: RefusalKind.NotFound, Fields.Count: > 0 }
        ? StatusCodes.Status400BadRequest
        : Problems.StatusOf(refusal.Kind);
}
