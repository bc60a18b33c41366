using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace RetailMember.StoredValue.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "storedvalue_assessment_closing",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    rows = table.Column<int>(type: "INTEGER", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    prepared_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    prepared_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_assessment_closing", x => new { x.brand_id, x.month });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_assessment_entry",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_in = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    target_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    net_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    full_pay_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    capped = table.Column<bool>(type: "INTEGER", nullable: false),
                    replaces = table.Column<bool>(type: "INTEGER", nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    pay_fen = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_assessment_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    type_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    number_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    blocked_for = table.Column<short>(type: "INTEGER", nullable: true),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    last_seller_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    moves = table.Column<int>(type: "INTEGER", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card", x => x.id);
                    table.CheckConstraint("ck_storedvalue_card_pockets", "principal_fen >= 0 AND bonus_fen >= 0 AND frozen_principal_fen >= 0 AND frozen_bonus_fen >= 0");
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_batch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    type_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    face_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    quota = table.Column<int>(type: "INTEGER", nullable: false),
                    made = table.Column<int>(type: "INTEGER", nullable: false),
                    issued = table.Column<int>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    categories = table.Column<string>(type: "TEXT", nullable: true),
                    issue_from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    issue_to = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    started_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_batch", x => x.id);
                    table.CheckConstraint("ck_storedvalue_card_batch_quota", "issued >= 0 AND issued <= made AND made <= quota");
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_change",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    receiver_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    held_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_change", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_closing",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    returned_by = table.Column<Guid>(type: "TEXT", nullable: true),
                    way = table.Column<short>(type: "INTEGER", nullable: false),
                    identity_check = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    account_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    account_no = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_closing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_hold",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    captured_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_hold", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_load",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false, collation: "BINARY"),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    type_version = table.Column<int>(type: "INTEGER", nullable: false),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    principal_left_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_left_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    categories = table.Column<string>(type: "TEXT", nullable: true),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    expires_on = table.Column<DateOnly>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_load", x => x.id);
                    table.CheckConstraint("ck_storedvalue_card_load_pockets", "principal_left_fen >= 0 AND principal_left_fen <= principal_fen AND bonus_left_fen >= 0 AND bonus_left_fen <= bonus_fen");
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_move",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    no = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    reference = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    bill_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    hold_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    principal_after_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_after_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_principal_after_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_bonus_after_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    is_of_receipt = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_move", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_move_part",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    move_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    load_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    frozen_bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    reverses_id = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_move_part", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_sale",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    store_id = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    card_type = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    type_version = table.Column<int>(type: "INTEGER", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    for_company = table.Column<bool>(type: "INTEGER", nullable: false),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    attribution = table.Column<short>(type: "INTEGER", nullable: false),
                    channel = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    tender = table.Column<short>(type: "INTEGER", nullable: false),
                    tender_reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    payment_reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    asked_per_mille = table.Column<int>(type: "INTEGER", nullable: true),
                    asked_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decision = table.Column<short>(type: "INTEGER", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    drafted_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    drafted_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    drafted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    paid_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    paid_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    paid_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    loaded_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    loaded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    loaded_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    load_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    delivered_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    delivered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    delivered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    kept_from = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    refunded_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    campaign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    former_seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    corrected_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    corrected_why = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    corrected_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_sale", x => x.id);
                    table.CheckConstraint("ck_storedvalue_card_sale_refunded", "refunded_fen >= 0 AND refunded_fen <= principal_fen");
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_type",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_type", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_card_type_version",
                columns: table => new
                {
                    type_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    terms = table.Column<string>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_card_type_version", x => new { x.type_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_commission_dispute",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    line_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    text = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    answered_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_dispute", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_commission_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    sale_id = table.Column<long>(type: "INTEGER", nullable: true),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    kind = table.Column<short>(type: "INTEGER", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    base_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    per_mille = table.Column<int>(type: "INTEGER", nullable: false),
                    rule_version = table.Column<int>(type: "INTEGER", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    campaign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    payable_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reverses = table.Column<Guid>(type: "TEXT", nullable: true),
                    batch_id = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_commission_line", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_noted_role",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    role = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    user_name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_noted_role", x => new { x.brand_id, x.month, x.person_id, x.role });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_number_looks",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false),
                    hour_from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    looks = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_number_looks", x => new { x.brand_id, x.@operator });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_payment_return",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    payment_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    way = table.Column<short>(type: "INTEGER", nullable: false),
                    identity_check = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    account_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    account_no = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_payment_return", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_prospect",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    merge_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    seller_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    seller = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    listed_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    listed_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    contacted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    given_up_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    note = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    won_sale_id = table.Column<long>(type: "INTEGER", nullable: true),
                    won_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_prospect", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_race_count",
                columns: table => new
                {
                    sale_id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    campaign = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    counted = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_race_count", x => x.sale_id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_replaced_number",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    card_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number_index = table.Column<string>(type: "TEXT", maxLength: 43, nullable: false),
                    tail = table.Column<string>(type: "TEXT", maxLength: 8, nullable: false),
                    until_no = table.Column<int>(type: "INTEGER", nullable: false),
                    replaced_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    @operator = table.Column<string>(name: "operator", type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_replaced_number", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_rules_version",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    document = table.Column<string>(type: "TEXT", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    effective_from = table.Column<DateTime>(type: "TEXT", nullable: true),
                    activated_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_rules_version", x => new { x.brand_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sale_refund",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sale_id = table.Column<long>(type: "INTEGER", nullable: false),
                    way = table.Column<short>(type: "INTEGER", nullable: false),
                    identity_check = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    account_name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    account_no = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    principal_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    bonus_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    member_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    requested_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    requested_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    requested_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    decision = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sale_refund", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_campaign",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    first_card_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    top_seller_fen = table.Column<long>(type: "INTEGER", nullable: false),
                    metric = table.Column<short>(type: "INTEGER", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approved_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_campaign", x => new { x.brand_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_channel",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    code = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false, collation: "BINARY"),
                    name_zh = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    name_en = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    closed = table.Column<bool>(type: "INTEGER", nullable: false),
                    takes_online = table.Column<bool>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_channel", x => new { x.brand_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_plan",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_plan", x => x.brand_id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_sales_target",
                columns: table => new
                {
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    scope = table.Column<short>(type: "INTEGER", nullable: false),
                    of = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    standing = table.Column<bool>(type: "INTEGER", nullable: false),
                    month = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    edited_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    edited_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_sales_target", x => new { x.brand_id, x.scope, x.of, x.standing, x.month });
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_settlement_batch",
                columns: table => new
                {
                    id = table.Column<long>(type: "INTEGER", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    up_to = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<short>(type: "INTEGER", nullable: false),
                    lines = table.Column<int>(type: "INTEGER", nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    prepared_by_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    prepared_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    prepared_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    decided_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    decided_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    exported_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    exported_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_settlement_batch", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "storedvalue_unexpected_payment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    brand_id = table.Column<int>(type: "INTEGER", nullable: false),
                    order_no = table.Column<long>(type: "INTEGER", nullable: false),
                    sale_id = table.Column<long>(type: "INTEGER", nullable: true),
                    store_id = table.Column<int>(type: "INTEGER", nullable: true),
                    reference = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    fen = table.Column<long>(type: "INTEGER", nullable: false),
                    cause = table.Column<short>(type: "INTEGER", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    reported_by = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_storedvalue_unexpected_payment", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_assessment_closing_brand_id_number",
                table: "storedvalue_assessment_closing",
                columns: new[] { "brand_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_assessment_entry_brand_id_closed_in_month_seller_id",
                table: "storedvalue_assessment_entry",
                columns: new[] { "brand_id", "closed_in", "month", "seller_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_assessment_entry_seller_id_month",
                table: "storedvalue_assessment_entry",
                columns: new[] { "seller_id", "month" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_batch_id_state",
                table: "storedvalue_card",
                columns: new[] { "batch_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_brand_id_state_type_id",
                table: "storedvalue_card",
                columns: new[] { "brand_id", "state", "type_id" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_last_seller_id",
                table: "storedvalue_card",
                column: "last_seller_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_member_id",
                table: "storedvalue_card",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_number_index",
                table: "storedvalue_card",
                column: "number_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_batch_brand_id_code",
                table: "storedvalue_card_batch",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_change_brand_id_state",
                table: "storedvalue_card_change",
                columns: new[] { "brand_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_change_card_id",
                table: "storedvalue_card_change",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_change_member_id",
                table: "storedvalue_card_change",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_closing_brand_id_state",
                table: "storedvalue_card_closing",
                columns: new[] { "brand_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_closing_card_id",
                table: "storedvalue_card_closing",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_closing_member_id",
                table: "storedvalue_card_closing",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_hold_card_id_state",
                table: "storedvalue_card_hold",
                columns: new[] { "card_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_hold_state_expires_at",
                table: "storedvalue_card_hold",
                columns: new[] { "state", "expires_at" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_load_brand_id_expires_on",
                table: "storedvalue_card_load",
                columns: new[] { "brand_id", "expires_on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_load_card_id",
                table: "storedvalue_card_load",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_load_key_brand_id",
                table: "storedvalue_card_load",
                columns: new[] { "key", "brand_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_move_bill_id",
                table: "storedvalue_card_move",
                column: "bill_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_move_brand_id_on_kind",
                table: "storedvalue_card_move",
                columns: new[] { "brand_id", "on", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_move_card_id_no",
                table: "storedvalue_card_move",
                columns: new[] { "card_id", "no" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_move_part_load_id",
                table: "storedvalue_card_move_part",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_move_part_move_id",
                table: "storedvalue_card_move_part",
                column: "move_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_move_part_reverses_id",
                table: "storedvalue_card_move_part",
                column: "reverses_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_brand_id_delivered_on",
                table: "storedvalue_card_sale",
                columns: new[] { "brand_id", "delivered_on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_brand_id_loaded_on",
                table: "storedvalue_card_sale",
                columns: new[] { "brand_id", "loaded_on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_brand_id_state_id",
                table: "storedvalue_card_sale",
                columns: new[] { "brand_id", "state", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_card_id",
                table: "storedvalue_card_sale",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_load_id",
                table: "storedvalue_card_sale",
                column: "load_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_member_id",
                table: "storedvalue_card_sale",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_merge_id",
                table: "storedvalue_card_sale",
                column: "merge_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_sale_seller_id_id",
                table: "storedvalue_card_sale",
                columns: new[] { "seller_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_type_brand_id_code",
                table: "storedvalue_card_type",
                columns: new[] { "brand_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_card_type_version_brand_id",
                table: "storedvalue_card_type_version",
                column: "brand_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_dispute_brand_id_answered_at",
                table: "storedvalue_commission_dispute",
                columns: new[] { "brand_id", "answered_at" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_dispute_line_id",
                table: "storedvalue_commission_dispute",
                column: "line_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_batch_id",
                table: "storedvalue_commission_line",
                column: "batch_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_brand_id_campaign_kind",
                table: "storedvalue_commission_line",
                columns: new[] { "brand_id", "campaign", "kind" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_brand_id_state_payable_on",
                table: "storedvalue_commission_line",
                columns: new[] { "brand_id", "state", "payable_on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_sale_id",
                table: "storedvalue_commission_line",
                column: "sale_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_commission_line_seller_id_on",
                table: "storedvalue_commission_line",
                columns: new[] { "seller_id", "on" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_payment_return_brand_id_state",
                table: "storedvalue_payment_return",
                columns: new[] { "brand_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_payment_return_member_id",
                table: "storedvalue_payment_return",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_payment_return_payment_id",
                table: "storedvalue_payment_return",
                column: "payment_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_prospect_brand_id_until",
                table: "storedvalue_prospect",
                columns: new[] { "brand_id", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_prospect_member_id",
                table: "storedvalue_prospect",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_prospect_merge_id",
                table: "storedvalue_prospect",
                column: "merge_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_prospect_seller_id_until",
                table: "storedvalue_prospect",
                columns: new[] { "seller_id", "until" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_replaced_number_card_id",
                table: "storedvalue_replaced_number",
                column: "card_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_replaced_number_number_index",
                table: "storedvalue_replaced_number",
                column: "number_index",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_sale_refund_brand_id_state",
                table: "storedvalue_sale_refund",
                columns: new[] { "brand_id", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_sale_refund_member_id",
                table: "storedvalue_sale_refund",
                column: "member_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_sale_refund_sale_id",
                table: "storedvalue_sale_refund",
                column: "sale_id");

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_sales_campaign_brand_id_number",
                table: "storedvalue_sales_campaign",
                columns: new[] { "brand_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_settlement_batch_brand_id_id",
                table: "storedvalue_settlement_batch",
                columns: new[] { "brand_id", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_unexpected_payment_brand_id_at_id",
                table: "storedvalue_unexpected_payment",
                columns: new[] { "brand_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_unexpected_payment_brand_id_reference",
                table: "storedvalue_unexpected_payment",
                columns: new[] { "brand_id", "reference" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_storedvalue_unexpected_payment_sale_id",
                table: "storedvalue_unexpected_payment",
                column: "sale_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "storedvalue_assessment_closing");

            migrationBuilder.DropTable(
                name: "storedvalue_assessment_entry");

            migrationBuilder.DropTable(
                name: "storedvalue_card");

            migrationBuilder.DropTable(
                name: "storedvalue_card_batch");

            migrationBuilder.DropTable(
                name: "storedvalue_card_change");

            migrationBuilder.DropTable(
                name: "storedvalue_card_closing");

            migrationBuilder.DropTable(
                name: "storedvalue_card_hold");

            migrationBuilder.DropTable(
                name: "storedvalue_card_load");

            migrationBuilder.DropTable(
                name: "storedvalue_card_move");

            migrationBuilder.DropTable(
                name: "storedvalue_card_move_part");

            migrationBuilder.DropTable(
                name: "storedvalue_card_sale");

            migrationBuilder.DropTable(
                name: "storedvalue_card_type");

            migrationBuilder.DropTable(
                name: "storedvalue_card_type_version");

            migrationBuilder.DropTable(
                name: "storedvalue_commission_dispute");

            migrationBuilder.DropTable(
                name: "storedvalue_commission_line");

            migrationBuilder.DropTable(
                name: "storedvalue_noted_role");

            migrationBuilder.DropTable(
                name: "storedvalue_number_looks");

            migrationBuilder.DropTable(
                name: "storedvalue_payment_return");

            migrationBuilder.DropTable(
                name: "storedvalue_prospect");

            migrationBuilder.DropTable(
                name: "storedvalue_race_count");

            migrationBuilder.DropTable(
                name: "storedvalue_replaced_number");

            migrationBuilder.DropTable(
                name: "storedvalue_rules_version");

            migrationBuilder.DropTable(
                name: "storedvalue_sale_refund");

            migrationBuilder.DropTable(
                name: "storedvalue_sales_campaign");

            migrationBuilder.DropTable(
                name: "storedvalue_sales_channel");

            migrationBuilder.DropTable(
                name: "storedvalue_sales_plan");

            migrationBuilder.DropTable(
                name: "storedvalue_sales_target");

            migrationBuilder.DropTable(
                name: "storedvalue_settlement_batch");

            migrationBuilder.DropTable(
                name: "storedvalue_unexpected_payment");
        }
    }
}
