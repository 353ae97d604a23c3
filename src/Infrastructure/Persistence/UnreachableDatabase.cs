using System.Data.Common;
using System.Net.Sockets;
using System.Security.Authentication;
using MethodCenter.Infrastructure.Persistence.Providers;
using Microsoft.Data.SqlClient;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Says to an operator, in one sentence, why the service cannot begin on its database.</summary>
internal static class UnreachableDatabase
{
    private const int LoginFailed = 18456;
    private const int CertificateNotTrusted = -2146893019;
    private static readonly int[] NoAnswer = [-2, 258, 10060, 17197];

    public static StartRefusedException Refuse(MethodCenterDbContext database, Exception exception)
    {
        var (russian, english) = Reason(exception);
        var (name, place) = (database.Dialect.Name, PlaceOf(database));
        return new StartRefusedException(
            $"База данных {name}{place.Russian} недоступна: {russian}; см. ConnectionStrings:MethodCenter.",
            $"The {name} database{place.English} cannot be reached: {english}; see ConnectionStrings:MethodCenter."
        );
    }

    internal static (string Russian, string English) Reason(Exception exception)
    {
        var chain = Outage.Chain(exception).ToList();

        // Of a string that is not understood the driver shows a part, and that part may be one of the password.
        return chain.Exists(one => one is ArgumentException)
                ? ("строка подключения не понята", "the connection string is not understood")
            : chain.OfType<SqlException>().FirstOrDefault() is { } failure && ReasonOf(failure, chain) is { } known
                ? known
            : chain.OfType<SocketException>().FirstOrDefault() is { } socket
                ? Both("нет связи с сервером", "there is no connection to the server", socket)
            : Both("отказ драйвера", "the driver refuses", chain.OfType<DbException>().FirstOrDefault() ?? exception);
    }

    private static (string, string)? ReasonOf(SqlException failure, List<Exception> chain) =>
        failure.Number == LoginFailed
            ? ("сервер не принимает имя входа или пароль", "the server refuses the login or its password")
        : failure.Number == CertificateNotTrusted || chain.Exists(one => one is AuthenticationException)
            ? (
                "сертификату сервера нет доверия (см. Encrypt и TrustServerCertificate)",
                "the certificate of the server is not trusted (see Encrypt and TrustServerCertificate)"
            )
        : NoAnswer.Contains(failure.Number) ? ("сервер не ответил вовремя", "the server did not answer in time")
        : null;

    private static (string Russian, string English) PlaceOf(MethodCenterDbContext database)
    {
        try
        {
            var connection = database.Database.GetDbConnection();
            var (name, server) = (connection.Database, connection.DataSource);
            return ($" «{name}» на «{server}»", $" «{name}» on «{server}»");
        }
        catch (ArgumentException)
        {
            // Of a connection string that cannot be read, nobody can tell what it names.
            return ("", "");
        }
    }

    private static (string, string) Both(string russian, string english, Exception told)
    {
        var line = told.Message.ReplaceLineEndings("\n").Split('\n')[0];
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        var sentence = (end < 0 ? line : line[..end]).TrimEnd('.');
        return ($"{russian} ({sentence})", $"{english} ({sentence})");
    }
}
