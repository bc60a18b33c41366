using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RetailMember.UseCases;

namespace RetailMember.Http;

/// <summary>Puts a use case under an address: reads its input, runs it through the entry, writes answer or problem.</summary>
internal abstract class UseCaseEndpoint
{
    public static RouteHandlerBuilder Map(RouteGroupBuilder group, string method, string pattern, UseCaseInfo info, string name)
    {
        var type = typeof(UseCaseEndpoint<,>).MakeGenericType(info.InputType, info.ResultType);
        var endpoint = (UseCaseEndpoint)Activator.CreateInstance(type)!;
        var hasBody = method is "POST" or "PUT";
        var builder = group.MapMethods(pattern, [method], (Delegate)endpoint.Handler(hasBody))
            .WithName(name)
            .WithMetadata(info)
            .Produces(StatusCodes.Status200OK, info.ResultType, "application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        if (info.Kind != UseCaseKind.Query) builder.ProducesProblem(StatusCodes.Status409Conflict);
        if (hasBody) builder.Accepts(info.InputType, "application/json");
        return builder;
    }

    protected abstract Func<HttpContext, Task<IResult>> Handler(bool hasBody);
}

internal sealed class UseCaseEndpoint<TInput, TResult> : UseCaseEndpoint
    where TInput : IInput<TResult>
{
    protected override Func<HttpContext, Task<IResult>> Handler(bool hasBody) => async http =>
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
    };

    /// <summary>Only an address is not found: what a field of a body names, and is not there, is at fault in that field.</summary>
    private static int StatusOfBody(Refusal refusal) => refusal is { Kind: RefusalKind.NotFound, Fields.Count: > 0 }
        ? StatusCodes.Status400BadRequest
        : Problems.StatusOf(refusal.Kind);
}
