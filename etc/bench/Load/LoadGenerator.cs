using System.Diagnostics;
using System.Net.Sockets;

namespace RetailMember.Bench.Load;

/// <summary>
/// Keeps a number of connections busy from one thread: each sends its next request as soon as its answer is whole.
/// HttpClient would take more of the machine than the server that is measured.
/// </summary>
internal static class LoadGenerator
{
    private const int PollMicroseconds = 100_000;

    public static Task<LoadResult> RunAsync(
        int port, int connections, Func<int, IRequests> requestsOf, TimeSpan longest) =>
        Task.Factory.StartNew(
            () => Run(port, [.. Enumerable.Range(0, connections).Select(requestsOf)], longest),
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static LoadResult Run(int port, IReadOnlyList<IRequests> requests, TimeSpan longest)
    {
        var result = new LoadResult();
        var open = new Dictionary<Socket, Connection>();
        try
        {
            foreach (var each in requests) Open(port, each, open);
            var began = Stopwatch.GetTimestamp();
            foreach (var (socket, connection) in open.ToList())
                if (!connection.Send()) Close(socket, open);
            var ready = new List<Socket>(open.Count);
            while (open.Count > 0 && Stopwatch.GetElapsedTime(began) is var elapsed && elapsed < longest)
            {
                ready.Clear();
                ready.AddRange(open.Keys);
                Socket.Select(ready, null, null, PollMicroseconds);
                foreach (var socket in ready) Serve(open, socket, result, began);
            }

            result.End(Stopwatch.GetElapsedTime(began));
        }
        catch (SocketException fault)
        {
            result.Break(fault.SocketErrorCode);
        }
        finally
        {
            foreach (var connection in open.Values) connection.Dispose();
        }

        return result;
    }

    private static void Open(int port, IRequests requests, Dictionary<Socket, Connection> open)
    {
        var connection = new Connection(port, requests);
        open.Add(connection.Socket, connection);
    }

    private static void Serve(
        Dictionary<Socket, Connection> open, Socket socket, LoadResult result, long began)
    {
        var connection = open[socket];
        try
        {
            if (connection.Receive() is not { } took) return;
            result.Count(connection.Last, took, Stopwatch.GetElapsedTime(began));
            if (!connection.Send()) Close(socket, open);
        }
        catch (SocketException fault)
        {
            result.Break(fault.SocketErrorCode);
            Close(socket, open);
        }
    }

    private static void Close(Socket socket, Dictionary<Socket, Connection> open)
    {
        open[socket].Dispose();
        open.Remove(socket);
    }
}
