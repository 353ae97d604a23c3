namespace MethodCenter.Domain.Learning.Certificates;

/// <summary>Вид документа об обучении (DPO-5).</summary>
public enum CertificateKind
{
    /// <summary>Удостоверение о повышении квалификации.</summary>
    ProfessionalDevelopment,

    /// <summary>Диплом о профессиональной переподготовке.</summary>
    RetrainingDiploma,

    /// <summary>Справка об обучении.</summary>
    StudyReference,

    /// <summary>Сертификат участника: of programmes for which the law knows no document.</summary>
    Participation,
}

/// <summary>Состояние документа об обучении.</summary>
public enum CertificateState
{
    /// <summary>Действителен.</summary>
    Valid,

    /// <summary>Заменён: a duplicate or an exchanged one was issued in its place.</summary>
    Replaced,

    /// <summary>Аннулирован.</summary>
    Annulled,
}

/// <summary>Почему выдан новый документ вместо прежнего (DPO-9).</summary>
public enum ReplacementReason
{
    /// <summary>Утрачен.</summary>
    Lost,

    /// <summary>Испорчен.</summary>
    Damaged,

    /// <summary>Содержит неверные сведения.</summary>
    Inaccurate,

    /// <summary>Фамилия или имя изменились; only on request with proof.</summary>
    NameChanged,
}
