using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace RetailMember.Bench.Load;

/// <summary>One kept-alive connection with at most one request under way.</summary>
internal sealed class Connection : IDisposable
{
    private readonly IRequests requests;
    private readonly ResponseReader reader = new();
    private long sentAt;

    public Connection(int port, IRequests requests)
    {
        this.requests = requests;
        Socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        Socket.Connect(IPAddress.Loopback, port);
    }

    public Socket Socket { get; }

    public Answer Last => reader.Last;

    /// <summary>False when there is nothing left to send.</summary>
    public bool Send()
    {
        var request = requests.Next();
        if (request.IsEmpty) return false;
        sentAt = Stopwatch.GetTimestamp();
        while (!request.IsEmpty) request = request[Socket.Send(request)..];
        return true;
    }

    /// <summary>Takes what has arrived; how long the answer took once it is whole.</summary>
    public TimeSpan? Receive()
    {
        var received = Socket.Receive(reader.Free.Span);
        if (received == 0) throw new SocketException((int)SocketError.ConnectionReset);
        if (!reader.Take(received)) return null;
        var took = Stopwatch.GetElapsedTime(sentAt);
        requests.Answered(reader.Last);
        return took;
    }

    public void Dispose() => Socket.Dispose();
}
