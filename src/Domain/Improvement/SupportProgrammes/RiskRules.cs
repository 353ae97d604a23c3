namespace MethodCenter.Domain.Improvement.SupportProgrammes;

/// <summary>The rules of project «500+» that refuse. None is an act that was read: the basis says so.</summary>
internal static class RiskRules
{
    public static readonly RuleReference Matching = new(
        "RISK-4",
        "Рисковый профиль школы в проекте «500+»: один уровень на каждый фактор (по опубликованному профилю)"
    );

    public static readonly RuleReference Priorities = new(
        "RISK-6",
        "Проект «500+»: выбор приоритетных рисков школой (общепринятая практика; текст методики не проверен)"
    );

    public static readonly RuleReference Roles = new(
        "RISK-8",
        "Проект «500+»: роли координатора и куратора (по опубликованным отчётам; текст регламента не проверен)"
    );

    public static readonly RuleReference Exit = new(
        "RISK-12",
        "Проект «500+»: решение об итогах участия школы (по опубликованным отчётам; критерии не проверены)"
    );
}
