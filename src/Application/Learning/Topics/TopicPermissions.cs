using MethodCenter.Domain.Territory.Accounts;

namespace MethodCenter.Application.Learning.Topics;

public static class TopicPermissions
{
    [HeldBy(Role.Methodist, Role.Registrar, Role.SchoolOperator, Role.Analyst)]
    public const string Read = "topics.read";

    /// <summary>The vocabulary: names, what is archived, what is merged.</summary>
    [HeldBy(Role.Methodist)]
    public const string Write = "topics.write";
}
