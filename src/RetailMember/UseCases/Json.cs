using System.Collections;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace RetailMember.UseCases;

/// <summary>
/// The one JSON dialect of the API, stored answers and rule documents: camelCase, enums as words, unknown and
/// doubled members refused, required members required, numbers never read from text.
/// </summary>
public static class Json
{
    public static readonly JsonSerializerOptions Options = Make();

    /// <summary>
    /// For what the house wrote itself: first answers, events, inputs that wait in a queue. Nulls were left out when
    /// it was written and an older release may have written it, so nothing is demanded when it is read.
    /// </summary>
    public static readonly JsonSerializerOptions Stored = MakeStored();

    /// <summary>Sets other options to the same dialect, so that what documents the API describes what it speaks.</summary>
    public static void Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.AllowDuplicateProperties = false;
        options.PropertyNameCaseInsensitive = false;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.MaxDepth = 32;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All);
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        options.TypeInfoResolverChain.Insert(0, new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNull, RefuseNullItems } });
    }

    /// <summary>The serializer checks members for null, but not the items of lists.</summary>
    private static void RefuseNullItems(JsonTypeInfo type)
    {
        if (type.Kind is not (JsonTypeInfoKind.Enumerable or JsonTypeInfoKind.Dictionary)
            || type.ElementType is not { IsValueType: false }) return;
        type.OnDeserialized = read =>
        {
            if (read is IDictionary members)
            {
                if (members.Values.Cast<object?>().Contains(null)) throw new UnreadableJson("field.malformed");
                return;
            }

            var at = 0;
            foreach (var item in (IEnumerable)read)
            {
                if (item is null) throw new UnreadableJson("field.malformed", at);
                at++;
            }
        };
    }

    /// <summary>What may be null is left out when written, so it may be left out when read.</summary>
    private static void LeaveOutNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
            if (property.AssociatedParameter is { IsNullable: true }) property.IsRequired = false;
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        Configure(options);
        options.Converters.Add(new PlainText());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private static JsonSerializerOptions MakeStored()
    {
        var options = new JsonSerializerOptions(Options)
        {
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip,
            RespectRequiredConstructorParameters = false,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { DemandNothing } },
        };
        options.Converters.Remove(options.Converters.OfType<PlainText>().Single());
        options.MakeReadOnly();
        return options;
    }

    private static void DemandNothing(JsonTypeInfo type)
    {
        foreach (var property in type.Properties) property.IsRequired = false;
    }
}
