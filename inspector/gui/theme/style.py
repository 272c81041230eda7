# SPDX-License-Identifier: Apache-2.0
"""Qt's Fusion style with the controls of this program: its radius, its colours, a ring for focus."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QIcon, QPainter
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QProxyStyle,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionComplex,
    QWidget,
)

from inspector.gui.theme import buttons, fields, marks, scrolling, tables
from inspector.gui.theme.icons import sharp
from inspector.gui.theme.measures import RING, SCROLL_BAR, TARGET, steps
from inspector.gui.theme.tokens import LIGHT

Draw = Callable[[QStyleOption, QPainter, QWidget | None], None]
_CE, _PE, _CC, _CT = (
    QStyle.ControlElement,
    QStyle.PrimitiveElement,
    QStyle.ComplexControl,
    QStyle.ContentsType,
)
_PM, _SE, _SC = QStyle.PixelMetric, QStyle.SubElement, QStyle.SubControl

_CONTROLS: Mapping[QStyle.ControlElement, Draw] = {
    _CE.CE_PushButton: buttons.draw,
    _CE.CE_HeaderSection: tables.draw_header_section,
    _CE.CE_HeaderLabel: tables.draw_header_label,
    _CE.CE_ProgressBarGroove: scrolling.draw_groove,
    _CE.CE_ProgressBarContents: scrolling.draw_progress,
    _CE.CE_TabBarTabShape: tables.draw_tab,
    _CE.CE_CheckBox: marks.draw_check_box,
    _CE.CE_RadioButton: marks.draw_radio_button,
}
_PRIMITIVES: Mapping[QStyle.PrimitiveElement, Draw] = {
    _PE.PE_PanelLineEdit: fields.draw_line_edit,
    _PE.PE_FrameLineEdit: fields.draw_line_edit,
    _PE.PE_Frame: fields.draw_frame,
    _PE.PE_FrameFocusRect: marks.draw_focus,
    _PE.PE_IndicatorCheckBox: marks.draw_check_mark,
    _PE.PE_IndicatorRadioButton: marks.draw_radio_mark,
    _PE.PE_PanelItemViewItem: tables.draw_item_ground,
    _PE.PE_IndicatorHeaderArrow: tables.draw_header_arrow,
    _PE.PE_IndicatorArrowDown: fields.draw_menu_arrow,
    _PE.PE_FrameTabBarBase: tables.draw_tab_line,
    _PE.PE_FrameTabWidget: tables.draw_nothing,
    _PE.PE_PanelScrollAreaCorner: tables.draw_nothing,
}
_COMPLEX: Mapping[QStyle.ComplexControl, Callable[[QStyleOptionComplex, QPainter, QWidget | None], None]] = {
    _CC.CC_ScrollBar: scrolling.draw_scroll_bar,
    _CC.CC_ComboBox: fields.draw_combo_box,
    _CC.CC_SpinBox: fields.draw_spin_box,
}
_METRICS: Mapping[QStyle.PixelMetric, int] = {
    _PM.PM_ScrollBarExtent: SCROLL_BAR,
    _PM.PM_ScrollBarSliderMin: 40,
    _PM.PM_IndicatorWidth: marks.MARK,
    _PM.PM_IndicatorHeight: marks.MARK,
    _PM.PM_ExclusiveIndicatorWidth: marks.MARK,
    _PM.PM_ExclusiveIndicatorHeight: marks.MARK,
    _PM.PM_CheckBoxLabelSpacing: marks.BESIDE,
    _PM.PM_RadioButtonLabelSpacing: marks.BESIDE,
    _PM.PM_ButtonShiftHorizontal: 0,
    _PM.PM_ButtonShiftVertical: 0,
    _PM.PM_FocusFrameHMargin: steps(2) - 1,
    _PM.PM_FocusFrameVMargin: RING,
    _PM.PM_HeaderDefaultSectionSizeVertical: TARGET,
}
_HIT = (
    _CT.CT_PushButton,
    _CT.CT_LineEdit,
    _CT.CT_ComboBox,
    _CT.CT_CheckBox,
    _CT.CT_RadioButton,
    _CT.CT_ItemViewItem,
    _CT.CT_MenuItem,
    _CT.CT_TabBarTab,
)
# Disabled text is faded by its colour alone; a choice opens a list below it, not a menu on top of it.
_NEVER = (QStyle.StyleHint.SH_EtchDisabledText, QStyle.StyleHint.SH_ComboBox_Popup)
_FRAME = RING + 3
"""Room for the rounded frame of what scrolls, so that its content does not reach into the corners."""


class InspectorStyle(QProxyStyle):
    """Draws what the tables above name and leaves the rest to Fusion."""

    def __init__(self) -> None:
        """Stand on Fusion, which looks the same on every system."""
        super().__init__("Fusion")

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control or one part of it."""
        if element == _CE.CE_ComboBoxLabel:
            fields.shorten_choice(option)
        draw = _CONTROLS.get(element)
        if draw is None:
            super().drawControl(element, option, painter, widget)
        else:
            draw(option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a frame, a mark or a ground."""
        draw = _PRIMITIVES.get(element)
        if draw is None:
            super().drawPrimitive(element, option, painter, widget)
        else:
            draw(option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        """Draw a control that has parts of its own to hit."""
        draw = _COMPLEX.get(control)
        if draw is None:
            super().drawComplexControl(control, option, painter, widget)
        else:
            draw(option, painter, widget)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return a size that controls are laid out with."""
        if metric == _PM.PM_DefaultFrameWidth and isinstance(widget, QAbstractScrollArea):
            return _FRAME
        own = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else own

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,
    ) -> int:
        """Return how controls behave."""
        if hint in _NEVER:
            return 0
        return super().styleHint(hint, option, widget, returnData)

    def standardIcon(
        self,
        icon: QStyle.StandardPixmap,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> QIcon:
        """Return a picture of Qt, or the program's own; it is kept when the colours change."""
        if icon == QStyle.StandardPixmap.SP_LineEditClearButton:
            # This one stands out from the cards of both palettes.
            return sharp("clear", 16, LIGHT.edge)
        return super().standardIcon(icon, option, widget)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        """Return the size of a control that holds `size`: never lower than a hand can hit."""
        if kind == _CT.CT_PushButton:
            return buttons.size_of(option, size, widget)
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type] # Qt passes no widget too; the stubs do not say so
        if kind in (_CT.CT_CheckBox, _CT.CT_RadioButton):
            return QSize(size.width() + marks.AROUND_WORDS, max(TARGET, found.height()))
        if kind == _CT.CT_SpinBox:
            return QSize(found.width(), TARGET)
        if kind in _HIT:
            return found.expandedTo(QSize(0, TARGET))
        if kind == _CT.CT_HeaderSection:
            return found + QSize(steps(4), steps(3))
        return found

    def subElementRect(
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None
    ) -> QRect:
        """Return where a part of a control lies."""
        if element == _SE.SE_LineEditContents:
            return fields.line_edit_contents(option)
        return super().subElementRect(element, option, widget)  # type: ignore[arg-type] # Qt passes no widget too; the stubs do not say so

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        """Return where a part of a complex control lies."""
        if control == _CC.CC_ComboBox and part == _SC.SC_ComboBoxEditField:
            return fields.combo_box_text(option)
        if control == _CC.CC_SpinBox:
            return fields.spin_box_part(option, part)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type] # Qt passes no widget too; the stubs do not say so
