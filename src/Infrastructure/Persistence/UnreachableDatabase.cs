using System.Data.Common;
using System.Net.Sockets;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.Data.SqlClient;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Says to an operator, in one sentence, why the service cannot begin on its database.</summary>
internal static class UnreachableDatabase
{
    private const int LoginFailed = 18456;
    private const int CertificateNotTrusted = -2146893019;
    private static readonly int[] NoAnswer = [-2, 258, 10060, 17197];

    public static string Describe(MethodCenterDbContext database, Exception exception) =>
        $"The {database.Dialect.Name} database{PlaceOf(database)} cannot be reached: {Reason(exception)}; "
        + "see ConnectionStrings:MethodCenter.";

    internal static string Reason(Exception exception)
    {
        var chain = Outage.Chain(exception).ToList();
        return chain.OfType<ArgumentException>().FirstOrDefault() is { } unreadable
                ? $"the connection string is not understood ({FirstSentence(unreadable.Message)})"
            : chain.OfType<SqlException>().FirstOrDefault() is { } failure && ReasonOf(failure, chain) is { } known
                ? known
            : chain.OfType<SocketException>().FirstOrDefault() is { } socket
                ? $"no connection to the server ({FirstSentence(socket.Message)})"
            : FirstSentence((chain.OfType<DbException>().FirstOrDefault() ?? exception).Message);
    }

    private static string? ReasonOf(SqlException failure, List<Exception> chain) =>
        failure.Number == LoginFailed ? "the server refuses the login or its password"
        : failure.Number == CertificateNotTrusted
        || chain.Exists(one => one is System.Security.Authentication.AuthenticationException)
            ? "the certificate of the server is not trusted (see Encrypt and TrustServerCertificate)"
        : NoAnswer.Contains(failure.Number) ? "the server did not answer in time"
        : null;

    private static string PlaceOf(MethodCenterDbContext database)
    {
        try
        {
            var connection = database.Database.GetDbConnection();
            return $" «{connection.Database}» on «{connection.DataSource}»";
        }
        catch (ArgumentException)
        {
            // What the connection string names cannot be told from one that cannot be read.
            return "";
        }
    }

    private static string FirstSentence(string message)
    {
        var line = message.ReplaceLineEndings("\n").Split('\n')[0];
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return (end < 0 ? line : line[..end]).TrimEnd('.');
    }
}
