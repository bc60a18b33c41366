using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RetailMember.Data;

/// <summary>
/// A list of texts travels to SQL Server as one JSON parameter, whose items have the database's collation, while our
/// columns have one of their own: the server would refuse to compare the two. This says by which to compare, wherever
/// a query asks whether a list contains a text.
/// </summary>
internal sealed class OrdinalLists : IQueryExpressionInterceptor
{
    public Expression QueryCompilationStarting(Expression queryExpression, QueryExpressionEventData eventData) =>
        Rewriter.Instance.Visit(queryExpression);

    private sealed class Rewriter : ExpressionVisitor
    {
        public static readonly Rewriter Instance = new();

        private static readonly MethodInfo Collate = typeof(RelationalDbFunctionsExtensions)
            .GetMethod(nameof(RelationalDbFunctionsExtensions.Collate))!.MakeGenericMethod(typeof(string));

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            var visited = (MethodCallExpression)base.VisitMethodCall(node);
            if (!AsksListOfTexts(visited)) return visited;
            var arguments = visited.Arguments.ToArray();
            var item = visited.Object is null ? 1 : 0;
            arguments[item] = Expression.Call(
                Collate, Expression.Constant(EF.Functions), arguments[item], Expression.Constant(PortableModel.SqlServerOrdinal));
            return visited.Update(visited.Object, arguments);
        }

        private static bool AsksListOfTexts(MethodCallExpression call)
        {
            if (call.Method.Name != nameof(Enumerable.Contains)) return false;
            var (list, item) = call.Object is { } instance
                ? (instance, call.Arguments[0])
                : (call.Arguments[0], call.Arguments.ElementAtOrDefault(1));
            return item?.Type == typeof(string)
                && (typeof(IEnumerable<string>).IsAssignableFrom(list.Type) || list.Type == typeof(ReadOnlySpan<string>));
        }
    }
}
