using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace RetailMember.Data.Rows;

/// <summary>Finds, once per type, the registered context that maps a row and the shape of its table.</summary>
internal sealed class RowShapes(IEnumerable<ModuleDbRegistration> registrations)
{
    private readonly ConcurrentDictionary<Type, object> shapes = new();

    public RowShape<T> Of<T>(IServiceProvider scope)
        where T : class =>
        (RowShape<T>)(shapes.TryGetValue(typeof(T), out var known) ? known : shapes.GetOrAdd(typeof(T), Find<T>(scope)));

    private RowShape<T> Find<T>(IServiceProvider scope)
        where T : class
    {
        foreach (var registration in registrations)
        {
            var context = (DbContext)scope.GetRequiredService(registration.Context);
            if (context.Model.FindEntityType(typeof(T)) is { } entity) return new RowShape<T>(entity, registration.Context);
        }
        throw new InvalidOperationException($"No registered module context maps {typeof(T).Name}.");
    }
}
